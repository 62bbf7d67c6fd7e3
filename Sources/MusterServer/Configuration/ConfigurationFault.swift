package import MusterText

/// What is wrong with a server's configuration, as a sentence of the catalogue.
package struct ConfigurationFault: Error, Equatable, Sendable {
    /// The stable code; its sentence is `error.<code>`.
    package var code: String
    /// What the sentence names.
    package var values: [String: String]

    package init(_ code: String, _ values: [String: String] = [:]) {
        self.code = code
        self.values = values
    }

    /// The sentence in a language.
    package func sentence(_ language: Language) -> String { Catalogue.muster.say("error.\(code)", language, values) }
}
