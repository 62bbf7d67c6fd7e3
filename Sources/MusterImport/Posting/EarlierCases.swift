import MusterDomain
import MusterEngine

/// The whistles of a source's cases by their numbers: asked only where a command's answer doesn't tell, because the
/// row has changed since the case was imported.
struct EarlierCases: Sendable {
    let source: String
    private var whistles: [String: WhistleID]?

    init(source: String) { self.source = source }

    /// The whistle of a case that an earlier run imported.
    ///
    /// The first question costs O(cases of the ledger).
    mutating func whistle(of id: String, in ledger: Ledger) async throws(ImportError) -> WhistleID? {
        if whistles == nil { whistles = try await read(ledger.view) }
        return whistles?[id]
    }

    private func read(_ view: LedgerView) async throws(ImportError) -> [String: WhistleID] {
        let references: [String]
        do { references = try await view.names(of: .reference) } catch { throw .ledger(error) }
        let prefix = "\(source):"
        var found: [String: WhistleID] = [:]
        view.board.whistles.forEach { index, row in
            guard row.isImported, row.reference >= 1, row.reference <= references.count else { return }
            let reference = references[Int(row.reference) - 1]
            if reference.hasPrefix(prefix) {
                found[String(reference.dropFirst(prefix.count))] = WhistleID(rawValue: UInt32(index + 1))
            }
        }
        return found
    }
}
