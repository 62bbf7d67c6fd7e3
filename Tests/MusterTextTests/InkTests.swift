import Testing

@testable import MusterText

@Suite struct InkTests {
    @Test func `A palette paints or leaves alone`() {
        #expect(Palette(isEnabled: true).paint("超期", .red) == "\u{1B}[31m超期\u{1B}[0m")
        #expect(Palette(isEnabled: true).paint("", .red).isEmpty)
        #expect(Ink.allCases.allSatisfy { Palette.plain.paint("超期", $0) == "超期" })
        #expect(Set(Ink.allCases.map(\.parameter)).count == Ink.allCases.count)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var isTTY: Bool
        var environment: [String: String]
        var flag: Bool?
        var isOn: Bool
        var testDescription: String { "\(isTTY) \(environment) \(String(describing: flag))" }
    }

    @Test(arguments: [
        Row(isTTY: true, environment: [:], isOn: true),
        Row(isTTY: false, environment: [:], isOn: false),
        Row(isTTY: true, environment: ["NO_COLOR": "1"], isOn: false),
        Row(isTTY: true, environment: ["NO_COLOR": ""], isOn: true),
        Row(isTTY: true, environment: ["TERM": "dumb"], isOn: false),
        Row(isTTY: true, environment: ["TERM": "xterm-256color"], isOn: true),
        Row(isTTY: true, environment: [:], flag: false, isOn: false),
        Row(isTTY: false, environment: ["FORCE_COLOR": "1"], isOn: true),
        Row(isTTY: false, environment: ["FORCE_COLOR": ""], isOn: false),
        Row(isTTY: true, environment: ["FORCE_COLOR": "0"], isOn: false),
        Row(isTTY: false, environment: ["FORCE_COLOR": "1", "TERM": "dumb"], isOn: true),
        Row(isTTY: true, environment: ["FORCE_COLOR": "1", "NO_COLOR": "1"], isOn: false),
        Row(isTTY: true, environment: ["FORCE_COLOR": "1"], flag: false, isOn: false),
        Row(isTTY: false, environment: ["NO_COLOR": "1"], flag: true, isOn: true),
    ])
    func `Colour is for terminals and whoever asks for it`(row: Row) {
        let palette = Palette.suitable(isTTY: row.isTTY, environment: row.environment, flag: row.flag)
        #expect(palette.isEnabled == row.isOn)
    }
}
