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

    /// Every text of a command.
    static func texts(of order: Order) -> Set<String> {
        let mark = "text:"
        let encoder = JSONEncoder()
        encoder.userInfo[.textMark] = mark
        guard let data = try? encoder.encode(order.command), let value = try? JSONSerialization.jsonObject(with: data)
        else { preconditionFailure("a command holds nothing that JSON can't") }
        var texts: Set<String> = []
        func gather(_ value: Any) {
            switch value {
            case let text as String where text.hasPrefix(mark): texts.insert(String(text.dropFirst(mark.count)))
            case let list as [Any]: list.forEach(gather)
            case let members as [String: Any]: members.values.forEach(gather)
            default: break
            }
        }
        gather(value)
        return texts
    }

    /// 16 bytes.
    static func of(_ order: Order) -> [UInt8] { Array(SHA256.hash(data: bytes(of: order)).prefix(16)) }

    /// What the digest is made over.
    static func bytes(of order: Order) -> [UInt8] {
        DigestWriter.bytes(
            of: order.command, by: unit(of: order), entered: order.entered, occurred: order.occurred)
            ?? DigestEncoder.bytes(of: subject(of: order))
    }

    /// What is encoded.
    static func subject(of order: Order) -> some Encodable {
        Subject(command: order.command, unit: unit(of: order), entered: order.entered, occurred: order.occurred)
    }

    /// Whoever runs an import, it is the same case of the same source.
    private static func unit(of order: Order) -> UnitID {
        order.command.isImported ? UnitID.none : order.actor.unit
    }
}

extension Order {
    /// 16 bytes by which the log tells a retry from another command under the same id, as entries have it in
    /// `commanddigest`. Cost: O(operands).
    public var digest: [UInt8] { CommandDigest.of(self) }
}
