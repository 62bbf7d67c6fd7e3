import MusterAPI
package import MusterDomain
import MusterEngine
import MusterText

extension Desk {
    /// A text of an entry by its name, by what it is called in either language, or as `--title` calls it; what is
    /// none of these stays, and the rules refuse it.
    package func field(_ text: String) -> String {
        let text = normalised(text)
        if text.lowercased() == "title" { return Field.subject.rawValue }
        let field = Field.allCases.filter { $0.type == .words }.first { field in
            let words = Language.allCases.map { Catalogue.muster.say("Field.\(field.rawValue)", $0) }
            return ([field.rawValue] + words).contains { $0.lowercased() == text.lowercased() }
        }
        return field?.rawValue ?? text
    }

    /// The code of the post of that title, so that a new holder takes over the post instead of a second one.
    package func knownPostCode(_ unit: UnitID, _ title: String) -> String? {
        directory.posts.first { $0.unit == unit && $0.title == title }?.code
    }
}
