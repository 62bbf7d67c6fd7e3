extension Sentences {
    /// The erasure of texts by law: what is said of it, what is refused, and how it is asked for.
    static let erasure: [Sentence] = [
        Sentence(
            "event.text.erasureRequested",
            zh: "申请依法删除第 {entry} 条记录的文字「{textField}」（日志位置 {position}），依据《个人信息保护法》第四十七条第一款：{erasureBasis}",
            en:
                "asked to erase the text “{textField}” of entry no. {entry} (position {position}), under Art. 47 (1) of the Personal Information Protection Law: {erasureBasis}"
        ),
        Sentence(
            "event.text.erased",
            zh: "已删除第 {entry} 条记录的文字「{textField}」（日志位置 {position}），文字及其盐值已从台账文件中清除",
            en:
                "erased the text “{textField}” of entry no. {entry} (position {position}): neither it nor its salt is left in the ledger’s files"
        ),

        Sentence(
            "event.log.keyChanged", zh: "更换了检查点的签名密钥，新公钥 {verifierKey}",
            en: "changed the key that signs the log’s heads to {verifierKey}"),
        Sentence(
            "event.log.epochBegan",
            zh: "从旧副本另起续册 {origin}；原日志 {formerOrigin} 最后的检查点有 {formerSize} 条记录",
            en:
                "went on from an older copy as {origin}; the last known head of {formerOrigin} was of {formerSize} entries"
        ),

        Sentence("ErasureBasis.purposeAchieved", zh: "处理目的已实现", en: "purpose achieved"),
        Sentence("ErasureBasis.retentionExpired", zh: "保存期限已届满", en: "retention expired"),
        Sentence("ErasureBasis.consentWithdrawn", zh: "个人撤回同意", en: "consent withdrawn"),
        Sentence("ErasureBasis.unlawful", zh: "违法或违约处理", en: "unlawful handling"),
        Sentence("ErasureBasis.otherLaw", zh: "法律法规规定的其他情形", en: "another law"),

        Sentence(
            "refusal.noSuchPosition",
            zh: "日志里没有位置 {number}。用 muster log 查记录的位置。",
            en: "The log has no position {number}. See the positions with: muster log"
        ),
        Sentence(
            "refusal.entryHasNoText",
            zh: "位置 {number} 的记录没有文字，不用删除。用 muster log 核对位置。",
            en:
                "The entry at position {number} has no text, so there is nothing to erase. Check the position with: muster log"
        ),
        Sentence(
            "refusal.noSuchText",
            zh: "位置 {number} 的记录没有文字项「{text}」。请从这些里选：{allowed}。",
            en: "The entry at position {number} has no text “{text}”. It has: {allowed}. Choose one of these."
        ),
        Sentence(
            "refusal.erasesOwnMatter",
            zh: "{unit}是 {whistle} 的当事单位，不能删除其中的文字，以免影响证据。请由其他单位的安全管理员办理。",
            en:
                "{unit} takes part in {whistle} and may not erase texts of it: they may be evidence. Ask a security administrator of another unit."
        ),

        Sentence(
            "error.erasureUnfinished",
            zh: "删除申请已记入台账，但文字尚未全部清除：{detail}稍后用同一个 --command-id 重试，或重新打开台账，会接着清除。",
            en:
                "The erasure is recorded as asked for, but not all of it is done yet: {detail} Try again later with the same --command-id, or open the ledger again: it goes on."
        ),
        Sentence(
            "error.logInUse",
            zh: "有程序一直在读台账的旧状态，旧数据所占的空间暂时不能覆盖（{detail}）。请关闭长时间读取的程序后重试。",
            en:
                "Somebody keeps reading an older state of the ledger, so the space of old data can’t be overwritten yet ({detail}). End what reads for so long, then try again."
        ),
        Sentence(
            "error.foreignErasure",
            zh: "{path} 里位置 {position} 的删除登记与本台账的记录不符，是另一本台账的。没有执行。请核对：把属于本台账的文件放回，或把这个文件移走后再打开。",
            en:
                "The erasure noted in {path} for position {position} is of an entry that this ledger does not have: the file belongs to another ledger. Nothing was done. Put the right file there, or move this one away, and open the ledger again."
        ),
        Sentence(
            "error.eraseOneThing",
            zh: "请写明删除什么：日志位置和文字项（如 1207 note），或用 --whistle 写哨号，二者选一。",
            en:
                "Say what to erase: a position and a field (such as 1207 note), or a whistle with --whistle, one of the two."
        ),

        Sentence("help.erase", zh: "依法删除记录中的文字，留下删除凭证", en: "Erase texts of entries by law, leaving a certificate"),
        Sentence("help.option.erasePosition", zh: "记录在日志中的位置，用 muster log 查", en: "Position of the entry in the log"),
        Sentence(
            "help.option.eraseField",
            zh: "删除哪一项文字：subject、place、reason、note 等",
            en: "The text to erase: subject, place, reason, note and so on"
        ),
        Sentence("help.option.eraseWhistle", zh: "删除这个哨的全部文字", en: "Erase all texts of this whistle"),
        Sentence(
            "help.option.erasureBasis",
            zh:
                "《个人信息保护法》第四十七条第一款的依据，第一至五项：purposeAchieved、retentionExpired、consentWithdrawn、unlawful、otherLaw",
            en:
                "Item of PIPL Art. 47 (1), 1 to 5: purposeAchieved, retentionExpired, consentWithdrawn, unlawful, otherLaw"
        ),
        Sentence(
            "help.example.erase",
            zh: "muster erase 1207 note --basis consentWithdrawn --as 区指挥中心/安全管理员",
            en: "muster erase 1207 note --basis consentWithdrawn --as 区指挥中心/安全管理员"
        ),
    ]
}
