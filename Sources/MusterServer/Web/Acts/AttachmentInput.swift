import MusterAPI
import MusterService
import MusterText

/// The file that somebody chose in an act's form, and what is wrong with it.
struct AttachmentInput {
    var matter: ActMatter
    var fields: FormFields
    /// The file; nil if none came.
    var file: SentFile?
    /// At most so many bytes are kept of a file.
    var limit: Int

    /// Whether anything of it was filled in, so that it is meant to be attached.
    var isWished: Bool { file != nil || fields.text(ActField.fileName) != nil || fields.text(ActField.caption) != nil }

    /// What is wrong, at the fields that it is wrong in; empty if it can be kept.
    func problems(_ wording: Wording) -> [ActInput.Problem] {
        var problems: [ActInput.Problem] = []
        if let fault = fileFault(wording) { problems.append(ActInput.Problem(field: ActField.fileName, text: fault)) }
        if fields.text(ActField.caption) == nil {
            let label = wording.say("web.field.caption")
            problems.append(
                ActInput.Problem(field: ActField.caption, text: wording.say("web.required", ["field": label])))
        }
        return problems
    }

    private func fileFault(_ wording: Wording) -> String? {
        guard let file else {
            // A name alone comes from a form that was sent without its file: that one was chosen and is lost.
            return fields.text(ActField.fileName).map { Self.again($0, wording) }
                ?? wording.say("web.field.file.missing")
        }
        guard !file.name.isEmpty else { return wording.say("web.field.file.nameless") }
        guard !file.bytes.isEmpty else { return wording.say("web.field.file.empty", ["name": file.name]) }
        guard file.bytes.count <= limit else {
            let sizes = ["name": file.name, "size": FileSize.text(file.bytes.count), "limit": FileSize.text(limit)]
            return wording.say("web.field.file.tooLarge", sizes)
        }
        guard let kind = FileKind(ofName: file.name) else {
            return wording.say("web.field.file.wrongKind", ["name": file.name, "endings": ActField.endings])
        }
        guard kind.fits(file.bytes) else {
            return wording.say("web.field.file.otherKind", ["name": file.name, "kind": wording.say(kind.key)])
        }
        return nil
    }

    /// That a file has to be chosen again, because no browser keeps one that was chosen.
    static func again(_ name: String, _ wording: Wording) -> String {
        wording.say("web.field.file.again", ["name": name])
    }

    /// The file and the act that attaches it. Its media type follows from its name, as everywhere; what the browser
    /// says of it counts for nothing.
    func attachment(toTask task: Int?) -> (file: FileContent, act: ActRequest)? {
        guard let file, let caption = fields.text(ActField.caption) else { return nil }
        let content = LedgerFiles.content(file.bytes)
        let act = ActRequest(
            .attach,
            [
                "whistle": .string(matter.whistle.whistle), "task": task.map { .integer(Int64($0)) },
                "sha256": .string(content.sha256), "size": .integer(Int64(content.bytes.count)),
                "media": .string(LedgerFiles.media(of: file.name)), "caption": .string(caption),
                ActField.confirmNumbers.name: fields[ActField.confirmNumbers.name] == nil ? nil : .bool(true),
            ])
        return (content, act)
    }
}
