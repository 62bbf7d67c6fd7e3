import MusterAPI
import MusterEngine
import MusterService
import MusterText

extension Session {
    /// The district of the ledger.
    /// - Parameter actor: Who asks, as `UNIT/POST`, where a flag names it.
    func district(as actor: String? = nil) async throws -> any DistrictViews {
        let source = SessionLedger(files: try files)
        adopt(try await source.language())
        return LocalDistrict(
            source: source, caller: .local(as: actor ?? settings[.as]?.text), language: console.language)
    }
}
