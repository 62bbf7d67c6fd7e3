/// The sentences by what they speak of: one file for each, as `static let name: [Sentence]` in an extension.
///
/// The types are written out on purpose: without them a literal of some hundred sentences takes long to check.
enum Sentences {
    /// All of them.
    static let all: [[Sentence]] = [units, views, show, viewHelp]
}
