import EventLog
import Foundation
package import MusterAPI
import MusterDomain
import MusterEngine
package import TransparencyLog

extension LocalDistrict {
    /// After so many seconds a signed head that has the entry should be there.
    private static let patience = 5

    /// That an entry is in the log of the newest signed head. It tells nothing of the entry but its position.
    ///
    /// - Throws: `noSuchPosition`; `notSignedYet` for an entry that is newer than every signed head.
    package func proof(of position: UInt64) async throws(Failure) -> LogProof {
        let reading = try await reading()
        let size = reading.board.size
        guard position < size else {
            throw Failure(
                "noSuchPosition", status: .notFound, ["position": "\(position)", "size": "\(size)"],
                member: "position")
        }
        let proof = try await reading.reading { () async throws(LedgerError) in
            try await reading.view.proof(of: position)
        }
        guard let proof else {
            var failure = Failure("notSignedYet", status: .conflict, ["position": "\(position)"])
            failure.retryAfter = Self.patience
            throw failure
        }
        return proof
    }

    /// The same with the entry and its texts, for whoever may see them.
    ///
    /// - Throws: `entryNotShown` besides.
    package func openedProof(of position: UInt64) async throws(Failure) -> OpenedProof {
        let proof = try await proof(of: position)
        let reading = try await reading()
        try reading.sight.check(.matters)
        guard let entry = try await reading.shownEntry(at: position) else {
            throw Failure("entryNotShown", status: .notAllowed, ["position": "\(position)"])
        }
        let event = try await reading.reading { () async throws(LedgerError) in try RecordedEvent(entry) }
        return OpenedProof(
            position: position, proof: String(decoding: proof.bytes, as: UTF8.self),
            entry: Data(entry.bytes).base64EncodedString(),
            words: entry.words.map { word in
                OpenedWord(field: word.field, text: word.text, salt: Data(word.salt).base64EncodedString())
            },
            erased: event.erased.map(\.rawValue).sorted())
    }
}

extension Reading {
    /// The entry at a position with its words, if the reader may see it by the rules of the feed.
    fileprivate func shownEntry(at position: UInt64) async throws(Failure) -> StoredEntry? {
        let outline = try await reading { () async throws(LedgerError) in
            try await view.outlines(from: position, limit: 1).first
        }
        guard let outline, sees(outline) else { return nil }
        let entry = try await reading { () async throws(LedgerError) in try await view.entry(at: position) }
        var veils: [WhistleID: Set<Int>] = [:]
        guard let entry, try await item(entry, outline, &veils) != nil else { return nil }
        return entry
    }
}
