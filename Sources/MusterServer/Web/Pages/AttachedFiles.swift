import MusterAPI
import MusterService

/// A file that a whistle's history names.
struct AttachedFile {
    var sha256: String
    /// Its length in bytes.
    var size: Int
    var media: String
    /// What it shows; nil if that was erased.
    var caption: String?
    /// The task that it belongs to.
    var task: Int?
    /// When it was attached, RFC 3339.
    var time: String
    /// Who attached it, in words.
    var actor: String

    /// The files of a history, oldest first.
    static func all(in events: [TimelineItem]) -> [AttachedFile] { events.compactMap(AttachedFile.init) }

    private init?(_ event: TimelineItem) {
        guard event.type == "muster.file.attached.v1", case .string(let sha256)? = event.data["sha256"],
            case .integer(let size)? = event.data["size"], case .string(let media)? = event.data["media"]
        else { return nil }
        self.sha256 = sha256
        self.size = Int(size)
        self.media = media
        if case .string(let text)? = event.words["caption"] { caption = text }
        if case .integer(let number)? = event.data["task"] { task = Int(number) }
        time = event.time
        actor = event.actorName
    }

    /// The name under which a browser saves it: the sender's own is not in the log. Plain ASCII.
    func name(of whistle: String) -> String {
        let ending = FileKind(media: media)?.endings.first.map { ".\($0)" } ?? ""
        let plain = whistle.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return "\(plain)-\(sha256.prefix(12))\(ending)"
    }
}

/// The files of a whistle's page.
struct AttachedFileSlots {
    var whistle: WhistleDetail
    var wording: Wording
    var district: String

    /// Their list; nil if there are none.
    var all: Slots? {
        let files = AttachedFile.all(in: whistle.events)
        return files.isEmpty ? nil : ["rows": files.map(row)]
    }

    private func row(_ file: AttachedFile) -> Slots {
        let kind = FileKind(media: file.media).map { wording.say($0.key) } ?? wording.say("FileKind.other")
        return [
            "caption": file.caption ?? wording.say("event.erased"),
            "address": Address.file(file.sha256, of: whistle.whistle, in: district),
            "kind": wording.say("web.fileKind", ["kind": kind, "size": FileSize.text(file.size)]),
            "task": file.task.map { wording.say("web.taskNumber", ["task": "\($0)"]) },
            "time": wording.time(file.time), "actor": file.actor,
        ]
    }
}
