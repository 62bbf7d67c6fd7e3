package import MusterAPI
package import MusterDomain
import MusterEngine
import MusterText

extension Desk {
    /// The hash of a signed slip: of a file, or as it was typed.
    package func slip(_ file: String?, _ hash: String?) throws(Failure) -> String? {
        if let hash { return normalised(hash).lowercased() }
        guard let file else { return nil }
        return try LedgerFiles.sha256(of: file)
    }

    /// `UNIT` or `UNIT/PERSON`.
    package func attendance(_ text: String) throws(Failure) -> Attendance {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        return Attendance(unit: try unit(parts.first ?? ""), person: parts.count == 2 ? normalised(parts[1]) : nil)
    }

    /// `UNIT|DUE|WHAT`, with `!` before the unit where a file has to prove it.
    package func decision(_ text: String) throws(Failure) -> Decision {
        let parts = text.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else {
            throw Failure(
                "badValue", status: .usage, ["text": text, "option": "--decision", "allowed": "UNIT|DUE|TEXT"])
        }
        let needsProof = parts[0].hasPrefix("!") || parts[0].hasPrefix("！")
        return Decision(
            owner: try unit(needsProof ? String(parts[0].dropFirst()) : parts[0]), due: try deadline(parts[1]),
            proofNeeded: needsProof, duty: try self.text(parts[2], "--decision"))
    }

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
    package func knownPostCode(_ unit: String, _ title: String) throws(Failure) -> String? {
        let id = try self.unit(unit)
        let title = normalised(title)
        return directory.posts.first { $0.unit == id && $0.title == title }?.code
    }
}
