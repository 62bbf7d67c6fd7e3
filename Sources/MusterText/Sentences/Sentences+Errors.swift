extension Sentences {
    /// What a ledger or its store could not do; the keys are the cases of their errors.
    static let ledgerErrors: [Sentence] = [
        Sentence(
            "error.staleRevision",
            zh: "这个哨已有新的变化：你看到的是第 {expected} 条，现在是第 {actual} 条。用 muster show 看过后再办，或去掉 --if-revision。",
            en:
                "The whistle has moved on: you saw revision {expected}, it is at {actual}. Look at it with muster show and try again, or leave out --if-revision."
        ),
        Sentence(
            "error.commandReused",
            zh: "命令编号 {id} 已用于另一条命令。重试同一条命令须内容不变；办别的事请换一个 --command-id。",
            en:
                "The command id {id} stands for another command. A retry has to be the same command; for another one give another --command-id."
        ),
        Sentence(
            "error.badCommandID",
            zh: "「{id}」不能作命令编号。--command-id 请用 1 到 128 个不带空格的英文字母、数字和符号。",
            en: "“{id}” is no command id. Give --command-id 1 to 128 visible ASCII characters without spaces."
        ),
        Sentence(
            "error.entryTooLarge",
            zh: "这条记录有 {bytes} 字节，超过 65535 字节，没有写入。请分几次办理。",
            en: "The entry would have {bytes} bytes, more than 65,535; nothing was written. Do it in several steps."
        ),
        Sentence(
            "error.outcomeUnknown",
            zh: "不能确定是否已经写入。请用同一个 --command-id 原样重试：已写入的不会重复。",
            en:
                "It is not known whether this was written. Try again with the same --command-id: nothing is written twice."
        ),
        Sentence("error.abandoned", zh: "查询方已断开，没有查完。", en: "Whoever asked has gone; this was not finished."),
        Sentence(
            "error.notEstablished",
            zh: "这本台账还没有建立。先用 muster init 建立。",
            en: "This ledger is not established yet. Do so with: muster init"
        ),
        Sentence(
            "error.damaged",
            zh: "台账有问题（位置 {position}）：{what}。请停止写入，保留原文件，用备份核对。",
            en:
                "The ledger does not make sense (position {position}): {what}. Stop writing to it, keep the file as it is and compare it with a backup."
        ),

        Sentence(
            "error.missing",
            zh: "{path} 没有台账。请核对 --ledger；要新建，用 muster init。",
            en: "There is no ledger at {path}. Check --ledger, or make one with: muster init"
        ),
        Sentence(
            "error.alreadyThere",
            zh: "{path} 已有台账，没有改动。直接使用即可；要另建，换一个 --ledger 路径。",
            en: "There is a ledger at {path} already; it was left alone. Just use it, or give another --ledger path."
        ),
        Sentence("error.notALedger", zh: "{path} 不是台账文件。请核对 --ledger。", en: "{path} is no ledger. Check --ledger."),
        Sentence(
            "error.newerFormat",
            zh: "台账格式是第 {found} 版，本程序只认到第 {known} 版。请升级 muster 后再打开。",
            en: "The ledger has format {found}; this program knows up to {known}. Open it with a later muster."
        ),
        Sentence(
            "error.olderFormat",
            zh: "台账格式是第 {found} 版，本程序用第 {known} 版。请先做一次备份，再执行任一写入命令或启动服务，即可自动升级格式；内容不变。",
            en:
                "The ledger has format {found}; this program uses {known}. Make a backup, then run any command that writes, or start the server: that brings the file to the new format and changes nothing it says."
        ),
        Sentence(
            "error.held",
            zh: "另一个程序正在写这本台账：{holder}。请等它结束后再试；那是服务的，请通过它办理。查看不受影响。",
            en:
                "Another process is writing this ledger: {holder}. Wait until it ends and try again, or if it is a server, go through it. Reading works meanwhile."
        ),
        Sentence(
            "error.headAhead",
            zh:
                "最近一次签名的检查点有 {head} 条记录，台账里只有 {log} 条：这份台账是较早的副本，尚未写入任何内容。请恢复较新的备份；确已没有的，先把这份台账移到别处，再用 muster restore --new-epoch 从它另起续册。",
            en:
                "The last signed checkpoint is of {head} entries and the ledger has {log}: this is an older copy of it, and nothing was written. Restore a newer backup; if there is none, move this file away and go on from it with muster restore --new-epoch."
        ),
        Sentence(
            "error.headForked",
            zh: "台账前 {size} 条记录与已经签名的检查点不符，历史被改动过，尚未写入任何内容。请保留全部文件，运行 muster audit verify 查明差异，并从备份恢复。",
            en:
                "The first {size} entries are not those that a signed checkpoint vouches for: history was changed, and nothing was written. Keep all files, run muster audit verify to see where, and restore a backup."
        ),
        Sentence(
            "error.headForeign",
            zh:
                "保存的检查点属于 {origin}，不是用本台账的密钥签的，尚未写入任何内容。请核对 .head 和 .key 文件是否与台账配套；密钥确已遗失或被更换过的，用 muster restore --new-epoch 从备份另起续册。",
            en:
                "The kept checkpoint is of {origin} and not signed by this ledger's key; nothing was written. Check that the .head and .key files belong to the ledger; if its key is lost, go on from a backup with muster restore --new-epoch."
        ),
        Sentence(
            "error.headUnreadable",
            zh: "读写检查点失败：{detail}。请检查台账旁的 .head 文件、权限和磁盘空间后再试。",
            en:
                "The checkpoint could not be read or written: {detail}. Check the .head file beside the ledger, its permissions and the disk, then try again."
        ),
        Sentence(
            "error.headUnsigned",
            zh: "已记入台账的内容不受影响，但最新检查点尚未签署：{detail}。排除磁盘故障后运行 muster audit checkpoint，或等下一次操作时自动签署。",
            en:
                "What is recorded stands, but the newest checkpoint is not signed yet: {detail}. Once the disk is well again, run ‘muster audit checkpoint’, or let the next act sign it."
        ),
        Sentence(
            "error.keyUnreadable",
            zh: "签名密钥无法读取：{detail}。请用台账所有者的账户运行，或从密钥备份恢复 .key 文件。",
            en:
                "The signing key cannot be read: {detail}. Run as the ledger's owner, or restore the .key file from where it is kept."
        ),
        Sentence(
            "error.readOnly",
            zh: "台账是只读打开的，不能写入。请换有写权限的账户或路径再试。",
            en: "The ledger was opened for reading only. Try again where you may write to it."
        ),
        Sentence("error.closed", zh: "台账已经关闭。请重新打开再试。", en: "The ledger has been closed. Open it again and retry."),
        Sentence(
            "error.wrongSize",
            zh: "台账已被别处续写：预计 {expected} 条，现有 {actual} 条，这次没有写入。请重试。",
            en:
                "The ledger has grown meanwhile: {expected} entries expected, {actual} found; nothing was written. Try again."
        ),
        Sentence(
            "error.wrongRevision",
            zh: "同一件事已有新记录：预计第 {expected} 条，现在是第 {actual} 条，这次没有写入。请重试。",
            en:
                "The same matter has moved on: revision {expected} expected, {actual} found; nothing was written. Try again."
        ),
        Sentence(
            "error.wrongName",
            zh: "名称表对不上（{what}），没有写入。请重新打开台账再试。",
            en:
                "The table of names does not fit ({what}); nothing was written. Open the ledger again and retry."
        ),
        Sentence(
            "error.commandRepeated",
            zh: "命令编号 {id} 已在台账里，没有重复写入。用 muster log 看原记录。",
            en: "The command id {id} is in the ledger already; nothing was written again. See it with: muster log"
        ),
        Sentence(
            "error.malformed",
            zh: "要写入的内容不合规则：{what}。没有写入，请把这句话报给系统管理员。",
            en:
                "What was to be written is malformed: {what}. Nothing was written; report this message to the administrator."
        ),
        Sentence(
            "error.noSpace",
            zh: "磁盘已满，没有写入。请腾出空间后用同一个 --command-id 重试。",
            en: "The disk is full; nothing was written. Make room and try again with the same --command-id."
        ),
        Sentence(
            "error.io",
            zh: "读写台账出错：{detail}。没有写入，请检查磁盘和权限后重试。",
            en:
                "The ledger could not be read or written: {detail}. Nothing was written; check the disk and permissions, then try again."
        ),
    ]

    /// What the command line could not make of its arguments.
    static let inputErrors: [Sentence] = [
        Sentence(
            "error.unknownUnit",
            zh: "没有叫「{text}」的单位。是不是：{suggestions}？全部单位用 muster unit list 查。",
            en: "No unit is called “{text}”. Did you mean: {suggestions}? See all of them with: muster unit list"
        ),
        Sentence(
            "error.unknownUnitAlone",
            zh: "没有叫「{text}」的单位。用 muster unit list 查单位名称。",
            en: "No unit is called “{text}”. Look it up with: muster unit list"
        ),
        Sentence(
            "error.ambiguousUnit",
            zh: "「{text}」可以指几个单位：{candidates}。请写全称或编码。",
            en: "“{text}” could be any of these units: {candidates}. Give the full name or the code."
        ),
        Sentence(
            "error.unknownPost",
            zh: "没有岗位「{text}」。是不是：{suggestions}？请写成 单位/岗位，用 muster post list 查。",
            en: "There is no post “{text}”. Did you mean: {suggestions}? Write UNIT/POST; see muster post list."
        ),
        Sentence(
            "error.unknownPostAlone",
            zh: "没有岗位「{text}」。请写成 单位/岗位，用 muster post list 查。",
            en: "There is no post “{text}”. Write UNIT/POST; see muster post list."
        ),
        Sentence(
            "error.unknownWhistle",
            zh: "没有哨「{text}」。哨号形如 W2026-000042，用 muster list 查。",
            en: "There is no whistle “{text}”. Numbers look like W2026-000042; look it up with: muster list"
        ),
        Sentence(
            "error.noLedger",
            zh: "没有写用哪本台账。加 --ledger 路径，或设环境变量 MUSTER_LEDGER，或写进配置文件。",
            en: "No ledger is given. Add --ledger PATH, set MUSTER_LEDGER, or put it into the configuration file."
        ),
        Sentence(
            "error.noActor",
            zh: "没有写由谁办理。加 --as 单位/岗位，岗位用 muster post list 查。",
            en: "It is not said who acts. Add --as UNIT/POST; see the posts with: muster post list"
        ),
        Sentence(
            "error.badMoment",
            zh: "看不懂时间「{text}」。可写 2026-11-21 10:00、11月21日 10:00、明天 17:30、+2h、+3d。",
            en: "“{text}” is no moment. Write for example 2026-11-21 10:00, 2026-11-21T10:00:00+08:00, +2h or +3d."
        ),
        Sentence(
            "error.badValue",
            zh: "{option} 不能写「{text}」。可写：{allowed}。",
            en: "“{text}” can’t be given to {option}. It takes: {allowed}."
        ),
        Sentence(
            "error.invalidUTF8",
            zh: "「{field}」不是 UTF-8 编码的文字，没有写入。请转成 UTF-8 再试。",
            en: "The text is not UTF-8: {field}. Nothing was written; convert it to UTF-8 and try again."
        ),
        Sentence(
            "error.fileUnreadable",
            zh: "读不了文件 {path}：{detail}。请核对路径和权限。",
            en: "The file {path} can’t be read: {detail}. Check its path and permissions."
        ),
        Sentence(
            "error.fileUnwritable",
            zh: "文件 {path} 写不进去：{detail}。请检查磁盘空间、路径和权限，再试一次。",
            en:
                "The file {path} can’t be written: {detail}. Check the disk’s space, its path and permissions; then try again."
        ),
        Sentence(
            "error.missingOption",
            zh: "缺少 {option}。请补上，用法见 --help。",
            en: "{option} is missing. Add it; see --help."
        ),
        Sentence("error.usage", zh: "{message}", en: "{message}"),
        Sentence(
            "error.unknownCommand",
            zh: "没有命令「{text}」。是不是：{suggestions}？全部命令用 muster --help 查。",
            en: "There is no command “{text}”. Did you mean: {suggestions}? See all of them with: muster --help"
        ),
        Sentence(
            "error.unknownCommandAlone",
            zh: "没有命令「{text}」。全部命令用 muster --help 查。",
            en: "There is no command “{text}”. See all of them with: muster --help"
        ),
    ]
}
