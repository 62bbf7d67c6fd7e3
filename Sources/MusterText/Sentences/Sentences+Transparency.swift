extension Sentences {
    /// Why something of a log is not what it claims to be, by the codes of the transparency library.
    static let transparency: [Sentence] = [
        Sentence(
            "transparency.noteTooLarge", zh: "签名文件过大（{what}）。请核对是不是给错了文件。",
            en: "The signed note is too large ({what}). Check whether it is the right file."),
        Sentence(
            "transparency.noteNotUTF8", zh: "签名文件不是 UTF-8 文本。请核对是不是给错了文件，或重新取一份。",
            en: "The signed note is no UTF-8 text. Check whether it is the right file, or get it again."),
        Sentence(
            "transparency.noteControlCharacter", zh: "签名文件里有控制字符（回车也算）。请按原样重新取一份，不要经文字处理软件转存。",
            en:
                "The signed note has a control character, which a carriage return is too. Get it again as it is, not by way of a word processor."
        ),
        Sentence(
            "transparency.noteIncomplete", zh: "签名文件不完整（{what}）。请重新取一份。",
            en: "The signed note is incomplete ({what}). Get it again."),
        Sentence(
            "transparency.noteSignatureLine", zh: "签名文件里有一行不是签名：{what}。请重新取一份。",
            en: "A line of the signed note is no signature: {what}. Get it again."),
        Sentence(
            "transparency.noteTooManySignatures", zh: "签名文件里的签名过多（{what}）。请核对是不是给错了文件。",
            en: "The signed note has too many signatures ({what}). Check whether it is the right file."),
        Sentence(
            "transparency.badKeyName", zh: "「{what}」不能作密钥名称：不能为空，不能有空格和加号。",
            en: "“{what}” is no name of a key: it must not be empty, and have no space and no plus sign."),
        Sentence(
            "transparency.badVerifierKey", zh: "「{what}」不是验证公钥。应形如 名称+八位十六进制+base64，请从密钥单上完整抄写。",
            en:
                "“{what}” is no verifier key. It looks like NAME+8 HEX DIGITS+BASE64; copy the whole of it from the key sheet."
        ),
        Sentence(
            "transparency.badSecretKey", zh: "密钥文件里不是签名密钥（{what}）。请从密钥备份恢复。",
            en: "The file holds no signing key ({what}). Restore it from where the key is kept."),
        Sentence(
            "transparency.signatureInvalid", zh: "{what} 的签名不对：文件被改动过，或不是用这把密钥签的。请保留文件并报告审计人员。",
            en:
                "The signature of {what} is wrong: the file was changed, or another key signed it. Keep the file and tell the auditors."
        ),
        Sentence(
            "transparency.signatureMissing", zh: "没有所认公钥的签名（{what}）。请核对公钥，以及文件是不是这本日志的。",
            en:
                "None of the keys that are believed has signed ({what}). Check the key, and whether the file is of this log."
        ),
        Sentence(
            "transparency.cosignatureMissing", zh: "见证签名不够（{what}）。请核对要求的份数和见证方公钥。",
            en: "There are too few cosignatures ({what}). Check how many are wanted, and the cosigners’ keys."),
        Sentence(
            "transparency.checkpointIncomplete", zh: "检查点不完整（{what}）。请重新取一份。",
            en: "The checkpoint is incomplete ({what}). Get it again."),
        Sentence(
            "transparency.checkpointSize", zh: "检查点里的条数写法不对：{what}。请重新取一份。",
            en: "The size in the checkpoint is no number: {what}. Get it again."),
        Sentence(
            "transparency.checkpointRoot", zh: "检查点里的根哈希写法不对：{what}。请重新取一份。",
            en: "The root in the checkpoint is no hash: {what}. Get it again."),
        Sentence(
            "transparency.checkpointOrigin", zh: "检查点是另一本日志的（{what}）。请核对文件和公钥是不是配套。",
            en: "The checkpoint is of another log ({what}). Check whether file and key belong together."),
        Sentence(
            "transparency.badProofFile", zh: "这不是证明文件，或已损坏（{what}）。请重新取一份。",
            en: "It is no proof, or a damaged one ({what}). Get it again."),
        Sentence(
            "transparency.inclusionFails", zh: "这条记录不在检查点所指日志的那个位置上（{what}）：记录被改动过，或证明是另一条的。请保留文件并报告审计人员。",
            en:
                "The entry is not at that place of the log that the head signs ({what}): it was changed, or the proof is another’s. Keep the files and tell the auditors."
        ),
        Sentence(
            "transparency.consistencyFails", zh: "后一份日志不是前一份的延续（{what}）：历史记录被改动、删除或插入过。请保留文件并报告审计人员。",
            en:
                "The later log does not continue the earlier one ({what}): history was changed, cut or added to. Keep the files and tell the auditors."
        ),
        Sentence(
            "transparency.badTilePath", zh: "「{what}」不是哈希块或记录包的路径。",
            en: "“{what}” is no path of a tile or an entry bundle."),
        Sentence(
            "transparency.badTile", zh: "哈希块的长度不对（{what}）。请重新取一份日志。",
            en: "A tile has the wrong length ({what}). Get the log again."),
        Sentence(
            "transparency.badEntryBundle", zh: "记录包已损坏（{what}）。请重新取一份日志。",
            en: "An entry bundle is damaged ({what}). Get the log again."),
        Sentence(
            "transparency.entryTooLarge", zh: "记录超过 65535 字节（{what}），不会是日志里的记录。",
            en: "The entry has more than 65,535 bytes ({what}), so it is none of a log."),
    ]
}
