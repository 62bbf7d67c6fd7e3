import Crypto
import EventLog
import Foundation
import MusterDomain

/// 16 bytes by which a retry is told from another command under the same id.
///
/// SHA-256, cut to 16 bytes, over the sorted-key JSON of the command, the acting unit and how it was entered.
/// Texts are left out: the digest stays in the log when they are erased, and a plain hash of a short text could be
/// guessed.
enum CommandDigest {
    private struct Subject: Encodable {
        var command: Command
        var unit: UnitID
        var entered: BackEntry
        var occurred: Instant?
    }

    static func of(_ order: Order) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let subject = Subject(
            command: order.command, unit: order.actor.unit, entered: order.entered, occurred: order.occurred)
        guard let bytes = try? encoder.encode(subject) else {
            preconditionFailure("a command holds nothing that JSON can't")
        }
        return Array(SHA256.hash(data: bytes).prefix(16))
    }
}
