import Mustache
import MusterText

/// The pages' templates, which are part of the program and read once.
struct Templates: Sendable {
    private let library: MustacheLibrary

    /// All of them.
    static let all = Templates(files: [
        "layout": PackageResources.layout_mustache,
        "problems": PackageResources.problems_mustache,
        "field": PackageResources.field_mustache,
        "signIn": PackageResources.signIn_mustache,
        "inbox": PackageResources.inbox_mustache,
        "inboxRows": PackageResources.inboxRows_mustache,
        "whistle": PackageResources.whistle_mustache,
        "whistleParts": PackageResources.whistleParts_mustache,
        "clockCell": PackageResources.clockCell_mustache,
        "timeline": PackageResources.timeline_mustache,
        "act": PackageResources.act_mustache,
        "message": PackageResources.message_mustache,
    ])

    /// The names of all templates.
    let names: [String]

    private init(files: [String: [UInt8]]) {
        var library = MustacheLibrary()
        for (name, bytes) in files {
            do {
                try library.register(String(decoding: bytes, as: UTF8.self), named: name)
            } catch {
                preconditionFailure("The template \(name), which is part of the program, cannot be read: \(error)")
            }
        }
        self.library = library
        names = files.keys.sorted()
    }

    /// A page of a template. What the slots do not have shows as `«name»`.
    func page(_ template: String, _ slots: Slots, _ language: Language) -> String {
        guard let page = library.render(Ground(slots: slots, language: language), withTemplate: template) else {
            preconditionFailure("There is no template named \(template)")
        }
        return page
    }
}

/// The bottom of what a template names: the page's slots, `t.<key>` for a sentence without values, and nothing else.
private struct Ground: MustacheParent {
    var slots: Slots
    var language: Language

    func child(named name: String) -> Any? {
        if name == "t" { return Phrases(language: language) }
        return slots.child(named: name) ?? "«\(name)»"
    }

    private struct Phrases: MustacheParent {
        var language: Language

        func child(named name: String) -> Any? { Catalogue.muster.say("web.\(name)", language) }
    }
}
