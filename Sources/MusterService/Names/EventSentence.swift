import EventLog
import MusterDomain
package import MusterEngine
package import MusterText

extension Rendering {
    /// What an event says, as one sentence: the sentence of its kind, then one part for each optional field it has.
    package func sentence(of event: RecordedEvent, _ language: Language) -> String {
        sentence(of: event, saying: values(of: event, language), language)
    }

    /// The same for whoever has its fields already.
    package func sentence(
        of event: RecordedEvent, saying values: [String: String], _ language: Language
    ) -> String {
        var sentence = Catalogue.muster.say("event.\(event.kind.schema.type)", language, values)
        func extra(_ field: Field) -> String? {
            let key = "eventExtra.\(field.rawValue)"
            guard values[field.rawValue] != nil, Catalogue.muster.knows(key) else { return nil }
            return Catalogue.muster.say(key, language, values)
        }
        sentence += event.kind.schema.optional.compactMap(extra).joined()
        let entered = EventSchema.ofBackEntry.compactMap(extra).joined(separator: language == .zh ? "，" : ", ")
        if !entered.isEmpty {
            sentence += Catalogue.muster.say("label.enteredAfterwards", language, ["parts": entered])
        }
        return sentence
    }

    /// Every field that an event has, as people read it.
    package func values(of event: RecordedEvent, _ language: Language) -> [String: String] {
        var values: [String: String] = [:]
        for field in event.kind.schema.fields + EventSchema.ofBackEntry {
            if let shown = shown(field, of: event, language) { values[field.rawValue] = shown }
        }
        return values
    }

    /// Who acted: unit and post, or the system.
    package func actor(of event: RecordedEvent, _ language: Language) -> String {
        let parts = event.envelope.actor.split(separator: "/").map(String.init)
        guard parts.count == 3 else { return Catalogue.muster.say("label.system", language) }
        let title = directory.posts.first { $0.code == parts[1] }?.title ?? parts[1]
        return "\(unit(code: parts[0])) \(title)"
    }

    private func shown(_ field: Field, of event: RecordedEvent, _ language: Language) -> String? {
        if field.type == .words {
            if let text = event.words[field] { return text }
            return event.envelope.words[field.rawValue] == nil ? nil : Catalogue.muster.say("event.erased", language)
        }
        guard let value = event.envelope.data[field.rawValue] else { return nil }
        switch (field.type, value) {
        case (.named(.unit), .string(let code)): return unit(code: code)
        case (.named(.post), .string(let code)): return post(code, of: event)
        case (.moment, .string(let text)): return Moment(rfc3339: text)?.localText(language) ?? text
        case (.code, .string(let name)) where field == .textField:
            return Catalogue.muster.say("Field.\(name)", language)
        case (.code(let list), .string(let name)): return Catalogue.muster.say("\(list.type).\(name)", language)
        case (.flag, .bool(let flag)): return Catalogue.muster.say(flag ? "label.yes" : "label.no", language)
        case (.string, .string(let text)) where field == .field: return Catalogue.muster.say("Field.\(text)", language)
        case (.string, .string(let text)) where field == .via: return Catalogue.muster.say("Channel.\(text)", language)
        case (.string, .string(let text)) where field == .slip || field == .sha256: return text.prefix(12) + "…"
        case (_, .string(let text)): return text
        case (_, .integer(let number)): return "\(number)"
        case (_, .bool(let flag)): return "\(flag)"
        }
    }

    /// A post by its title, and with its unit in front unless the event names that unit already.
    private func post(_ code: String, of event: RecordedEvent) -> String {
        guard let post = directory.posts.first(where: { $0.code == code }) else { return code }
        if event.string(.unit) == directory.unit(post.unit)?.code { return post.title }
        return "\(unit(post.unit))/\(post.title)"
    }
}
