import Testing

@testable import MusterImport

@Suite struct CSVReaderPropertyTests {
    @Test func `Any table written as RFC 4180 and cut anywhere reads back equal`() {
        let seed = UInt64.random(in: .min ... .max)
        print("CSV round trip: seed \(seed)")
        var random = SplitMix(state: seed)
        for _ in 0..<1000 {
            let columns = Int.random(in: 1...6, using: &random)
            let rows = (0...Int.random(in: 0...8, using: &random)).map { _ in
                (0..<columns).map { _ in field(&random) }
            }
            let lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
            var text = Bool.random(using: &random) ? "\u{FEFF}" : ""
            var lines: [Int] = []
            var line = 1
            for row in rows {
                lines.append(line)
                text += row.map { written($0, alone: columns == 1, &random) }.joined(separator: ",") + lineEnd
                line += 1 + row.joined().utf8.count { $0 == UInt8(ascii: "\n") }
            }
            var reader = CSVReader()
            var results: [Result<CSVRecord, CSVFault>] = []
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let chunk = rest.prefix(Int.random(in: 1...12, using: &random))
                results += reader.feed(Array(chunk))
                rest = rest.dropFirst(chunk.count)
            }
            results += reader.finish()
            let expected = zip(lines, rows).dropFirst().map { CSVRecord(line: $0, fields: $1) }
            #expect(reader.header == rows.first, "seed \(seed)")
            #expect(results == expected.map { .success($0) }, "seed \(seed): \(text.debugDescription)")
        }
    }

    @Test func `Any bytes at all are read alike however they are cut`() {
        let seed = UInt64.random(in: .min ... .max)
        print("CSV garbage: seed \(seed)")
        var random = SplitMix(state: seed)
        let alphabet = Array("ab,,\"\"\"\r\n\n".utf8) + [0xFF, 0xE5]
        for _ in 0..<3000 {
            let bytes =
                Array("h,i\n".utf8)
                + (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                }
            var whole = CSVReader()
            let expected = whole.feed(bytes) + whole.finish()
            var piecewise = CSVReader()
            let results = bytes.flatMap { piecewise.feed([$0]) } + piecewise.finish()
            #expect(results == expected, "seed \(seed): \(bytes)")
        }
    }

    private func field(_ random: inout SplitMix) -> String {
        let alphabet: [Unicode.Scalar] = ["a", "街", ",", "\"", "\n", "\r", " ", "é", "😀", "\u{FEFF}", "1"]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            scalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
        }
        return String(scalars)
    }

    /// The field as RFC 4180 writes it; quotes are there where they must be and at times where they need not.
    private func written(_ field: String, alone: Bool, _ random: inout SplitMix) -> String {
        let needsQuotes = field.unicodeScalars.contains { ",\"\r\n\u{FEFF}".unicodeScalars.contains($0) }
        guard needsQuotes || alone && field.isEmpty || Int.random(in: 0..<4, using: &random) == 0 else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}

/// SplitMix64: a run can be repeated from its printed seed.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
