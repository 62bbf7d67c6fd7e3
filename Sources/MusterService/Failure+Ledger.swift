package import EventLog
package import MusterAPI
import MusterDomain
package import MusterEngine

extension Failure {
    /// A ledger's error with the names it speaks of.
    package init(_ error: LedgerError, names: Rendering) {
        switch error {
        case .refused(let refusal): self.init(refusal, names: names)
        case .staleRevision(let expected, let actual):
            self.init("staleRevision", status: .conflict, ["expected": "\(expected)", "actual": "\(actual)"])
            currentRevision = actual
        case .commandReused(let id): self.init("commandReused", status: .conflict, ["id": id])
        case .badCommandID(let id): self.init("badCommandID", status: .usage, ["id": id])
        case .entryTooLarge(let bytes): self.init("entryTooLarge", ["bytes": "\(bytes)"])
        case .outcomeUnknown: self.init("outcomeUnknown")
        case .notEstablished: self.init("notEstablished", status: .notFound)
        case .damaged(let position, let what):
            self.init("damaged", ["position": position.map { "\($0)" } ?? "—", "what": what])
        case .erasureUnfinished(let error):
            let cause = Failure(error)
            self.init("erasureUnfinished", status: .failure, key: "error.erasureUnfinished") { language in
                ["detail": cause.sentence(language)]
            }
        case .abandoned: self.init("abandoned")
        case .head(let error): self.init(error)
        case .store(let error): self.init(error)
        }
    }

    /// Why no head is signed, and so nothing is appended.
    package init(_ error: HeadError) {
        let status: ExitStatus =
            switch error {
            case .ahead, .forked, .foreign: .conflict
            case .key, .unreadable: .failure
            }
        self.init(error.code, status: status, error.values)
    }

    private init(_ refusal: Refusal, names: Rendering) {
        self.init(refusal.code.rawValue, status: refusal.code.status, key: "refusal.\(refusal.code.rawValue)") {
            language in refusal.values.mapValues { names.text(of: $0, language) }
        }
    }

    /// A store's error.
    package init(_ error: EventStoreError) {
        switch error {
        case .missing(let path): self.init("missing", status: .notFound, ["path": path])
        case .alreadyThere(let path): self.init("alreadyThere", status: .conflict, ["path": path])
        case .notALedger(let path): self.init("notALedger", ["path": path])
        case .olderFormat(let found, let known):
            self.init("olderFormat", ["found": "\(found)", "known": "\(known)"])
        case .newerFormat(let found, let known):
            self.init("newerFormat", ["found": "\(found)", "known": "\(known)"])
        case .held(let holder): self.init("held", status: .conflict, ["holder": holder])
        case .readOnly: self.init("readOnly")
        case .closed: self.init("closed")
        case .wrongSize(let expected, let actual):
            self.init("wrongSize", status: .conflict, ["expected": "\(expected)", "actual": "\(actual)"])
        case .wrongRevision(_, let expected, let actual):
            self.init("wrongRevision", status: .conflict, ["expected": "\(expected)", "actual": "\(actual)"])
        case .wrongName(_, let number): self.init("wrongName", ["what": "\(number)"])
        case .commandRepeated(let id): self.init("commandRepeated", status: .conflict, ["id": id])
        case .malformed(let what): self.init("malformed", ["what": what])
        case .noSpace: self.init("noSpace")
        case .damaged(let position, let what):
            self.init("damaged", ["position": position.map { "\($0)" } ?? "—", "what": what])
        case .outcomeUnknown(let detail): self.init("outcomeUnknown", ["detail": detail])
        case .logInUse(let detail): self.init("logInUse", ["detail": detail])
        case .foreignErasure(let path, let position):
            self.init("foreignErasure", ["path": path, "position": "\(position)"])
        case .io(let detail): self.init("io", ["detail": detail])
        }
    }
}

extension HeadError {
    /// The stable code.
    package var code: String {
        switch self {
        case .ahead: "headAhead"
        case .forked: "headForked"
        case .foreign: "headForeign"
        case .key: "keyUnreadable"
        case .unreadable: "headUnreadable"
        }
    }

    /// What its sentence speaks of.
    package var values: [String: String] {
        switch self {
        case .ahead(let head, let log): ["head": "\(head)", "log": "\(log)"]
        case .forked(let size): ["size": "\(size)"]
        case .foreign(let origin): ["origin": origin]
        case .key(let detail), .unreadable(let detail): ["detail": detail]
        }
    }
}

extension RefusalCode {
    /// Not there, not allowed, not in this state, or simply refused.
    fileprivate var status: ExitStatus {
        switch self {
        case .noSuchWhistle, .noSuchUnit, .noSuchPost, .noSuchMeeting, .noSuchTask, .noSuchDemand, .noSuchEntry,
            .noSuchToken, .noSuchPosition, .entryHasNoText, .noSuchText:
            .notFound
        case .notYours, .roleMayNot, .mayNotRaise, .mayNotActFor, .notChief, .selfApproval, .sameInspector,
            .notTaskOwner, .administratorsApart, .erasesOwnMatter:
            .notAllowed
        case .wrongWhistleState, .wrongCallState, .wrongMeetingState, .wrongTaskState: .conflict
        default: .failure
        }
    }
}
