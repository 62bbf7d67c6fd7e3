import MusterDomain
import MusterEngine

/// Who brings in which source's cases, into which ledger.
struct Importer: Sendable {
    var ledger: Ledger
    var actor: Actor
    var authentication: Authentication
    /// What the cases' system is called in references.
    var source: String

    /// A command of the import.
    /// - Parameter occurred: The source's own time; nil for what happens now.
    func order(_ key: CommandKey, _ command: Command, occurred: Instant? = nil) -> Order {
        Order(
            id: key.commandID, command: command, actor: actor, authentication: authentication, occurred: occurred)
    }
}
