package import EventLog
package import MusterEngine
import MusterService
import MusterText

/// A ledger's trouble for whoever runs the server: a stable code, and the sentence that the catalogue has for it.
struct LedgerFault {
    var code: String
    private var values: [String: String]

    init(_ error: LedgerError) {
        switch error {
        case .store(let error): self.init(error)
        case .head(let error): self.init(code: error.code, values: error.values)
        case .damaged(let position, let what): self.init(.damaged(position: position, what: what))
        default: self.init(code: error.code, values: [:])
        }
    }

    private init(code: String, values: [String: String]) {
        self.code = code
        self.values = values
    }

    init(_ error: EventStoreError) {
        code = error.code
        values =
            switch error {
            case .missing(let path), .alreadyThere(let path), .notALedger(let path): ["path": path]
            case .newerFormat(let found, let known), .olderFormat(let found, let known):
                ["found": "\(found)", "known": "\(known)"]
            case .held(let holder): ["holder": holder]
            case .damaged(let position, let what): ["position": position.map { "\($0)" } ?? "—", "what": what]
            case .foreignErasure(let path, let position): ["path": path, "position": "\(position)"]
            case .io(let detail), .outcomeUnknown(let detail), .logInUse(let detail): ["detail": detail]
            default: [:]
            }
    }

    func sentence(_ language: Language) -> String { Catalogue.muster.say("error.\(code)", language, values) }
}

extension EventStoreError {
    /// The name of the case, which is the stable code.
    package var code: String { String("\(self)".prefix { $0 != "(" }) }
}

extension LedgerError {
    /// The name of the case, or the store's, which is the stable code.
    package var code: String {
        switch self {
        case .store(let error): error.code
        case .head(let error): error.code
        default: String("\(self)".prefix { $0 != "(" })
        }
    }
}
