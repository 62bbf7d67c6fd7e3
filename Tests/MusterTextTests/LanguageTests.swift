import Testing

@testable import MusterText

@Suite struct LanguageTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var flag: String?
        var environment: [String: String]
        var language: Language?
        var testDescription: String { "\(flag ?? "no flag") \(environment)" }
    }

    @Test(arguments: [
        Row(environment: [:], language: nil),
        Row(environment: ["LANG": "zh_CN.UTF-8"], language: .zh),
        Row(environment: ["LANG": "zh-Hans"], language: .zh),
        Row(environment: ["LANG": "ZH_TW"], language: .zh),
        Row(environment: ["LANG": "en_US.UTF-8"], language: .en),
        Row(environment: ["LANG": "de_DE@euro"], language: .en),
        Row(environment: ["LANG": "C.UTF-8"], language: nil),
        Row(environment: ["LANG": "POSIX"], language: nil),
        Row(environment: ["LANG": ""], language: nil),
        Row(environment: ["LC_MESSAGES": "zh_CN", "LANG": "en_US"], language: .zh),
        Row(environment: ["LC_ALL": "en_GB", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN"], language: .en),
        Row(environment: ["LC_ALL": "C", "LANG": "zh_CN"], language: nil),
        Row(environment: ["LC_ALL": "", "LANG": "zh_CN"], language: .zh),
        Row(environment: ["MUSTER_LANG": "zh", "LC_ALL": "C"], language: .zh),
        Row(flag: "en", environment: ["MUSTER_LANG": "zh"], language: .en),
        Row(flag: "", environment: ["MUSTER_LANG": "zh"], language: .zh),
    ])
    func `The first wish that is not empty decides`(row: Row) {
        #expect(Language.chosen(flag: row.flag, environment: row.environment) == row.language)
    }
}
