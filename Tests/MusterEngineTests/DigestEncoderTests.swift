import EventStoreTesting
import Foundation
import MusterDomain
import Testing

@testable import MusterEngine

/// What a command's digest is made over is what the general encoder writes, byte for byte: digests are kept for ever.
struct DigestEncoderTests {
    private func expected(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `any command is encoded as the general encoder does`(seed: UInt64) async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        var orders = RandomOrders(seed: seed)
        var cases: Set<String> = []
        for _ in 0..<1_500 {
            town.world.advance(.minutes(20))
            let order = orders.next(on: town.ledger.view.board, at: town.world.now)
            let bytes = CommandDigest.bytes(of: order)
            #expect(String(decoding: bytes, as: UTF8.self) == (try expected(CommandDigest.subject(of: order))))
            cases.insert(String("\(order.command)".prefix { $0 != "(" }))
            _ = await town.ledger.submit([order])
        }
        #expect(cases.count > 40, "\(cases.sorted())")
    }

    private static let odd: [String] =
        (0...0x20).compactMap { UnicodeScalar($0).map { "a\($0)b" } }
        + [
            "", "\"", "\\", "/", "</script>", "\u{7F}", "\u{80}", "\u{2028}\u{2029}", "\u{FEFF}", "\u{1F600}",
            "e\u{301}",
            "\u{E9}", "雁塔区\n大雁塔", "\r\n", "\u{0}",
        ]

    @Test(arguments: odd)
    func `any string is spelt as the general encoder spells it`(text: String) throws {
        let command = Command.registerUnit(
            code: text, kind: .street, fullName: text + text, shortName: text, parent: UnitID(rawValue: .max))
        #expect(String(decoding: DigestEncoder.bytes(of: command), as: UTF8.self) == (try expected(command)))
        #expect(String(decoding: DigestEncoder.bytes(of: [text]), as: UTF8.self) == (try expected([text])))
    }

    @Test func `values of every shape are written as the general encoder writes them`() throws {
        struct Inner: Encodable {
            var b = true
            var a: [Int] = [-1, 0, .max, .min]
            var empty: [Int] = []
            var none: Int?
            var Z = UInt64.max
            var z = Int8.min
            var nested: [[UInt16]] = [[1, 2], [], [3]]
        }
        struct Outer: Encodable {
            var one = Inner()
            var _0 = "x"
            var a1 = Instant(milliseconds: -1)
            var a10 = [Inner(), Inner()]
            var a2: [Bool?] = [true, nil, false]
            var A = UInt32.max
        }
        let value = Outer()
        #expect(String(decoding: DigestEncoder.bytes(of: value), as: UTF8.self) == (try expected(value)))
    }
}
