import Testing

@testable import MusterDomain

/// One row of a table of rules: a command in a situation, and why it is refused, or nil if it is accepted.
struct Rule: Sendable, CustomTestStringConvertible {
    typealias Situation = @Sendable (inout District) throws -> Command

    let testDescription: String
    private let code: RefusalCode?
    private let party: Party
    private let entered: BackEntry
    private let confirmsNumbers: Bool
    private let situation: Situation

    init(
        _ words: String,
        _ code: RefusalCode?,
        by party: Party = .street,
        entered: BackEntry = BackEntry(),
        confirmsNumbers: Bool = false,
        _ situation: @escaping Situation
    ) {
        testDescription = words
        self.code = code
        self.party = party
        self.entered = entered
        self.confirmsNumbers = confirmsNumbers
        self.situation = situation
    }

    /// Brings the situation about and gives the command; what is accepted can be folded.
    func check() throws {
        var district = try District()
        let command = try situation(&district)
        let found = district.refusal(of: command, by: party, entered: entered, confirmsNumbers: confirmsNumbers)
        #expect(found == code, "\(testDescription)")
        if found == nil {
            try district.perform(command, by: party, entered: entered, confirmsNumbers: confirmsNumbers)
        }
    }
}
