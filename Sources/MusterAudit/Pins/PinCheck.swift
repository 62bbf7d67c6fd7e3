package import MusterAPI
import TransparencyLog

/// Holds what a server gives as its log's head against what this machine has seen of the log before.
///
/// 1. The pin is read, then the head is asked for: a head that was asked for after another one was seen is no smaller.
/// 2. Its signatures are verified by the pinned keys. A key that is new is believed only if the same head is signed by
///    a pinned one too. Whoever was away while the key was changed finds that head among those that the log has kept.
/// 3. It has to extend the pinned head, by a proof made of the server's tiles.
/// 4. The pin moves to it, unless another process has moved it meanwhile; then that one is looked at as well.
///
/// The first head of a log is believed, and so are the keys that the server names then (trust on first use).
package struct PinCheck {
    /// What came of it.
    package enum Outcome: Equatable, Sendable {
        /// The server gives no log, or has signed no head of it yet, and never did.
        case noLog
        /// The log was seen for the first time; its keys are believed from now on.
        case first(Pin)
        /// It is the log that is known.
        case known(Pin)
    }

    private let store: PinStore
    private let server: String
    private let district: String
    private let log: any LogSource

    /// - Parameters:
    ///   - server: The server's address.
    ///   - district: The district whose log it is.
    ///   - log: That log, as the server gives it.
    package init(of log: any LogSource, servedBy server: String, district: String, pins store: PinStore) {
        (self.log, self.server, self.district, self.store) = (log, server, district, store)
    }

    /// Looks at the server's head.
    ///
    /// - Throws: `pinLogGone`, `pinForeign`, `pinUnknownKey`, `pinRewound`, `pinForked` and `pinUnproven` for a server
    ///   that must not be used; `pinUnverified` for a first head that its own keys did not sign; `pinUnwritable`,
    ///   `pinDamaged`; and what asking the server throws.
    package func run() async throws(Failure) -> Outcome {
        let origin = try store.origin(servedBy: server, district: district)
        let pin: Pin? = if let origin { try store.pin(of: origin) } else { nil }
        guard let head = try await log.newestCheckpoint() else {
            guard let origin, pin != nil else { return .noLog }
            throw refusal("pinLogGone", store.folder(ofLog: origin))
        }
        let served = head.checkpoint.origin
        guard let origin else {
            // Another server may have given the same log.
            guard let pin = try store.pin(of: served) else { return .first(try await first(head)) }
            return .known(try await adopt(pin))
        }
        guard let pin else { return .first(try await first(head)) }
        guard head.checkpoint.isOf(origin: origin) else { throw try refusal("pinForeign", head, pin) }
        return .known(try await check(head, against: pin))
    }

    // MARK: The first time

    private func first(_ head: SignedCheckpoint) async throws(Failure) -> Pin {
        let keys = try await log.verifierKeys()
        let signers: CheckpointSigners
        do { signers = try head.verify(LogPolicy(origin: head.checkpoint.origin, trusting: keys)) } catch {
            throw Failure("pinUnverified", status: .failure, key: "error.pinUnverified") { language in
                ["server": server, "detail": Failure(error).sentence(language)]
            }
        }
        let pin = Pin(checkpoint: head, keys: (signers.log + signers.cosigners).map(\.key).withoutRepetition)
        guard try store.move(from: nil, to: pin) else {
            guard let other = try store.pin(of: pin.origin) else { throw Failure("pinDamaged", ["path": store.folder]) }
            let known = try await check(head, against: other, isLater: false)
            try remember(head, known)
            return known
        }
        try remember(head, pin)
        return pin
    }

    /// The pin was read after the head was asked for, so that one may rightly be smaller: it is asked for again.
    private func adopt(_ pin: Pin) async throws(Failure) -> Pin {
        guard let head = try await log.newestCheckpoint() else {
            throw refusal("pinLogGone", store.folder(ofLog: pin.origin))
        }
        guard head.checkpoint.isOf(origin: pin.origin) else { throw try refusal("pinForeign", head, pin) }
        let known = try await check(head, against: pin)
        try remember(head, known)
        return known
    }

    private func remember(_ head: SignedCheckpoint, _ pin: Pin) throws(Failure) {
        let origin = head.checkpoint.origin
        guard try store.remember(origin, servedBy: server, district: district) else {
            throw try refusal("pinForeign", head, pin)
        }
    }

    // MARK: Every other time

    /// Returns the pin as it is afterwards.
    /// - Parameter isLater: Whether the pin was read before the head was asked for.
    private func check(
        _ head: SignedCheckpoint, against pin: Pin, isLater: Bool = true
    ) async throws(Failure) -> Pin {
        var pin = pin
        var isLater = isLater
        while true {
            pin = try await caughtUp(with: head, pin)
            let keys = try await believed(head, pin)
            let (old, new) = (pin.checkpoint.checkpoint, head.checkpoint)
            guard new.size >= old.size || !isLater else { throw try refusal("pinRewound", head, pin) }
            try await checkHistory(head, pin)
            let isNews = new.size > old.size || new.size == old.size && keys != pin.keys
            guard isNews else { return pin }
            let moved = Pin(checkpoint: head, keys: keys)
            if try store.move(from: pin, to: moved) { return moved }
            guard let other = try store.pin(of: pin.origin) else { throw Failure("pinDamaged", ["path": store.folder]) }
            (pin, isLater) = (other, false)
        }
    }

    /// The smaller one of two heads has to be the beginning of the larger one.
    private func checkHistory(_ head: SignedCheckpoint, _ pin: Pin) async throws(Failure) {
        let pair = [pin.checkpoint.checkpoint, head.checkpoint].sorted { $0.size < $1.size }
        do throws(Failure) { try await log.check(pair[1], extends: pair[0]) } catch {
            switch error.code {
            case TransparencyError.Code.consistencyFails.rawValue: throw try refusal("pinForked", head, pin)
            case "tileMissing", "tilesDiffer", TransparencyError.Code.badTile.rawValue:
                throw try refusal("pinUnproven", head, pin)
            default: throw error
            }
        }
    }

    /// The pin from which the head can be believed. While no pinned key has signed it, the pin moves to the last kept
    /// head that one has signed: after a change of keys the new one has signed that too.
    private func caughtUp(with head: SignedCheckpoint, _ pin: Pin) async throws(Failure) -> Pin {
        var pin = pin
        while !pin.hasSigned(head) {
            let (old, new) = (pin.checkpoint.checkpoint.size, head.checkpoint.size)
            let sizes = try await log.checkpointSizes().filter { old < $0 && $0 < new }
            guard let last = try await lastHead(of: sizes, signedBy: pin) else { break }
            let moved = try await check(last, against: pin)
            guard moved.checkpoint.checkpoint.size > old else { break }
            pin = moved
        }
        return pin
    }

    /// The last of some kept heads that a pinned key has signed. A key signs from one head up to another, so half of
    /// them are passed over each time.
    private func lastHead(of sizes: [UInt64], signedBy pin: Pin) async throws(Failure) -> SignedCheckpoint? {
        var found: SignedCheckpoint?
        var rest = sizes[...]
        while !rest.isEmpty {
            let middle = rest.startIndex + rest.count / 2
            if let head = try await log.checkpoint(ofSize: rest[middle]), pin.hasSigned(head) {
                (found, rest) = (head, rest[(middle + 1)...])
            } else {
                rest = rest[..<middle]
            }
        }
        return found
    }

    /// The keys to believe after this head: of the log's those that signed it, of cosigners those that are known.
    private func believed(_ head: SignedCheckpoint, _ pin: Pin) async throws(Failure) -> [VerifierKey] {
        do throws(TransparencyError) { _ = try head.verify(pin.policy) } catch {
            throw try refusal("pinUnknownKey", head, pin, error)
        }
        let isAllKnown = head.note.signatures.allSatisfy { line in pin.keys.contains { line.claims($0) } }
        if isAllKnown || head == pin.checkpoint { return signing(head, pin.keys) }
        let candidates = LogPolicy(origin: pin.origin, trusting: try await log.verifierKeys())
        var keys = pin.keys
        for key in candidates.logKeys + candidates.cosigners where !keys.contains(key) {
            do throws(TransparencyError) {
                _ = try head.note.verified(by: [key])
                keys.append(key)
            } catch {
                // A key that did not sign is none of this head's; one that is claimed to have signed must have.
                if error.code != .signatureMissing { throw try refusal("pinUnknownKey", head, pin, error) }
            }
        }
        return signing(head, keys)
    }

    private func signing(_ head: SignedCheckpoint, _ keys: [VerifierKey]) -> [VerifierKey] {
        keys.filter { key in
            key.algorithm == .cosignatureV1 || head.note.signatures.contains { $0.claims(key) }
        }
    }

    // MARK: Refusals

    private func refusal(
        _ code: String, _ head: SignedCheckpoint, _ pin: Pin, _ error: TransparencyError? = nil
    ) throws(Failure) -> Failure {
        let folder = try store.keepEvidence(against: head, beside: pin)
        return Failure(code, status: .failure, key: "error.\(code)") { language in
            [
                "server": server, "folder": folder, "log": store.folder(ofLog: pin.origin),
                "served": "\(head.checkpoint.size)", "pinned": "\(pin.checkpoint.checkpoint.size)",
                "origin": pin.origin, "other": head.checkpoint.origin, "index": store.path(of: server, district),
                "detail": error.map { Failure($0).sentence(language) } ?? "",
            ]
        }
    }

    private func refusal(_ code: String, _ folder: String) -> Failure {
        Failure(code, ["server": server, "log": folder])
    }
}

extension [VerifierKey] {
    /// Each key once.
    fileprivate var withoutRepetition: [VerifierKey] {
        var kept: [VerifierKey] = []
        for key in self where !kept.contains(key) { kept.append(key) }
        return kept
    }
}
