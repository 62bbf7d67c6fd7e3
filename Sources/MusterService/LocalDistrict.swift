import MusterAPI
package import MusterEngine
package import MusterText

/// A district whose ledger this process can reach: the API for one caller.
///
/// What a caller may do is decided by the rules; what he may see is decided in `Access`. The extensions beside this
/// file hold one question each.
package struct LocalDistrict: DistrictAPI {
    let source: any LedgerSource
    let caller: Caller
    let language: Language
    let environment: Environment
    let memory: LedgerMemory

    /// A caller's way to a district.
    /// - Parameters:
    ///   - source: The ledger.
    ///   - caller: Who asks.
    ///   - language: The language of the sentences in the answers.
    ///   - environment: Clock and randomness.
    package init(
        source: any LedgerSource, caller: Caller, language: Language, environment: Environment = .live
    ) {
        self.source = source
        self.caller = caller
        self.language = language
        self.environment = environment
        memory = source.memory
    }
}
