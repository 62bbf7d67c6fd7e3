import Testing

/// A rule that never fails proves nothing, so each is shown bad sources and must name their lines.
@Suite struct `Every rule bites` {
    @Test(arguments: [
        ("EventLog", "import Foundation", [1]),
        ("EventLog", "public import FoldRow\npackage import MusterDomain", [2]),
        ("FoldRow", "import FoundationEssentials", [1]),
        ("MusterDomain", "internal import struct Foundation.Date", [1]),
        ("MusterDomain", "// why\n\n@preconcurrency import Dispatch", [3]),
        ("MusterDomain", "@_spi(Clock) public import FoldRow; import Glibc", [1]),
        ("MusterEngine", "import SQLiteEventStore\nimport GRDB", [1, 2]),
        ("MusterImport", "import EventLog", [1]),
        ("MusterText", "import MusterDomain", [1]),
        ("MusterCLI", "import GRDB", [1]),
        ("SQLiteEventStore", "import MusterDomain", [1]),
        ("ATargetWithoutARow", "let one = 1", [1]),
        ("FoldRow", "// import Foundation\nlet text = \"import Foundation\"\nlet important = 1", []),
        ("MusterDomain", "/* import Foundation */ import FoldRow", []),
        ("MusterCLI", "import ArgumentParser\nimport SQLiteEventStore", []),
    ])
    func `imports beyond the wall are found`(target: String, text: String, lines: [Int]) {
        #expect(ImportWall.findings(in: source(target, text)).map(\.line) == lines)
    }

    @Test func `a file may import what its exception names, and no other file`() {
        let walls = [
            ImportWall(
                target: "EventLog",
                allowed: .only([]),
                exceptions: ["Entry/Time.swift": ["FoundationEssentials"]]
            )
        ]
        let text = "import FoundationEssentials\nimport Foundation"
        let excepted = SourceText(path: "Sources/EventLog/Entry/Time.swift", text: text)
        #expect(ImportWall.findings(in: excepted, walls: walls).map(\.line) == [2])
        let another = SourceText(path: "Sources/EventLog/Tree/Time.swift", text: text)
        #expect(ImportWall.findings(in: another, walls: walls).map(\.line) == [1, 2])
    }

    @Test(arguments: [
        ("MusterEngine", "import GRDB", 1), ("MusterEngine", "import MusterCLI", 1),
        ("MusterEngine", "import SQLiteEventStore", 1), ("EventLog", "import MusterDomain", 1),
        ("MusterDomain", "import MusterEngine", 1), ("MusterImport", "import EventStoreTesting", 1),
        ("MusterEngine", "import MusterText", 1), ("MusterEngine", "import Testing", 1),
        ("SQLiteEventStore", "import GRDB", 0), ("MusterCLI", "import MusterImport", 0),
    ])
    func `arrows upwards are found`(target: String, text: String, count: Int) {
        #expect(ImportGate.findings(in: source(target, text)).count == count)
    }

    @Test(arguments: [
        (WordRule.sql, #"let query = "SELECT position FROM entry""#, true),
        (WordRule.sql, "let query = \"\"\"\n    INSERT OR IGNORE INTO entry\n    \"\"\"", true),
        (WordRule.sql, ##"let query = #"DELETE FROM entry"#"##, true),
        (WordRule.sql, #"let query = "PRAGMA synchronous""#, true),
        (WordRule.sql, #"let words = "Select a unit from the list" // SELECT it"#, false),
        (WordRule.clock, "let now = Date()", true),
        (WordRule.clock, "let now = Date( )", true),
        (WordRule.clock, "let start: Date = .now", true),
        (WordRule.clock, "record(at: .now)", true),
        (WordRule.clock, "let start = Date.now", true),
        (WordRule.clock, "let clock = ContinuousClock()", true),
        (WordRule.clock, "SuspendingClock.now", true),
        (WordRule.clock, "clock_gettime(CLOCK_REALTIME, &spec)", true),
        (WordRule.clock, #"let line = "it is \(Date())""#, true),
        (WordRule.clock, ##"let line = #"it is \#(Date())"#"##, true),
        (WordRule.clock, "let now = environment.now", false),
        (WordRule.clock, "let date = Date(timeIntervalSince1970: 0) // not Date()", false),
        (WordRule.clock, #"let words = "Date() \" Date()""#, false),
        (WordRule.clock, "/* a /* nested */ Date() */ let one = 1", false),
        (WordRule.randomness, "let salt = UInt8.random(in: 0...255)", true),
        (WordRule.randomness, "var generator = SystemRandomNumberGenerator()", true),
        (WordRule.randomness, "units.randomElement()", true),
        (WordRule.randomness, "units.shuffled()", true),
        (WordRule.randomness, "let id = UUID()", true),
        (WordRule.randomness, "let key = SymmetricKey(size: .bits256)", true),
        (WordRule.randomness, "units.shuffled(using: &generator)", false),
        (WordRule.printing, #"print("done")"#, true),
        (WordRule.printing, #"Swift.print("done")"#, true),
        (WordRule.printing, "FileHandle.standardError.write(data)", true),
        (WordRule.printing, "fputs(text, stderr)", true),
        (WordRule.printing, "Swift.dump(board)", true),
        (WordRule.printing, "dump(column)", false),
        (WordRule.printing, "let line = fingerprint(of: key)", false),
        (WordRule.printing, "func print(_ words: String) {}\nprinter.print(words)", false),
        (WordRule.surroundings, "let arguments = CommandLine.arguments", true),
        (WordRule.surroundings, #"getenv("HOME")"#, true),
        (WordRule.surroundings, "exit(1)", true),
        (WordRule.surroundings, "let code = group.exit(of: member)", false),
        (WordRule.forcedTry, "let text = try! read()", true),
        (WordRule.forcedTry, "let text = try? read() // never try!", false),
        (WordRule.silentTrap, "fatalError()", true),
        (WordRule.silentTrap, #"preconditionFailure("")"#, true),
        (WordRule.silentTrap, #"fatalError("position \(p) is beyond the log")"#, false),
        (WordRule.unexplainedUnchecked, "final class Box: @unchecked Sendable {}", true),
        (
            WordRule.unexplainedUnchecked,
            "// Only the writer's queue touches it.\n\nfinal class Box: @unchecked Sendable {}", true
        ),
        (WordRule.unexplainedUnchecked, "let one = 1 // one\nnonisolated(unsafe) var box = 1", true),
        (
            WordRule.unexplainedUnchecked,
            "// Only the writer's queue touches it.\nfinal class Box: @unchecked Sendable {}", false
        ),
        (WordRule.unexplainedUnchecked, "// Locked.\n@frozen\nstruct Box: @unchecked Sendable {}", false),
    ])
    func `words out of place are found, and only those`(rule: WordRule, text: String, isFound: Bool) {
        #expect(rule.findings(in: source("MusterDomain", text)).isEmpty == !isFound)
    }

    @Test func `a place is open only to the rules that name it`() {
        let now = "let now = Date()\nlet salt = UInt8.random(in: 0...255)\nprint(now)"
        let edge = SourceText(path: "Sources/MusterEngine/LiveEnvironment.swift", text: now)
        #expect(WordRule.all.flatMap { $0.findings(in: edge) }.map(\.line) == [3])
        #expect(WordRule.all.flatMap { $0.findings(in: source("MusterCLI", now)) }.isEmpty)
        let elsewhere = SourceText(path: "Sources/MusterEngine/More/LiveEnvironment.swift", text: now)
        #expect(WordRule.all.flatMap { $0.findings(in: elsewhere) }.count == 3)
        let lock = SourceText(path: "Sources/SQLiteEventStore/WriterLock.swift", text: now)
        #expect(WordRule.all.flatMap { $0.findings(in: lock) }.map(\.line) == [2, 3])
    }

    @Test func `the finding names the file and the line`() {
        let findings = WordRule.clock.findings(in: source("MusterDomain", "let one = 1\n\nlet now = Date()"))
        #expect(
            findings.map { String(describing: $0).hasPrefix("Sources/MusterDomain/Sample.swift:3: Date():") } == [true]
        )
    }

    @Test(arguments: [(500, 0), (501, 1)])
    func `a file has at most five hundred lines`(lines: Int, count: Int) {
        let text = String(repeating: "// a line\n", count: lines)
        #expect(SizeRule.findings(in: source("EventLog", text)).count == count)
    }

    @Test(arguments: [
        "func long() {", "    public init?(of name: String = \"{\") throws {",
        "static func long<T>(\n    _ value: T\n) {",
        "func call(_ body: () -> Void = {}) -> [Int] {",
    ])
    func `a function has at most a hundred lines`(head: String) {
        let inside = 100 - 1 - head.split(separator: "\n").count
        let body = String(repeating: "    if one { two() } // }\n", count: inside)
        let text = "protocol P {\n    func short()\n    var one: Int { get }\n}\n\(head)\n\(body)}\nlet after = { 1 }\n"
        let start = 5
        #expect(SizeRule.functions(of: source("EventLog", text)).map(\.line) == [start])
        #expect(SizeRule.findings(in: source("EventLog", text)).isEmpty)
        let longer = text.replacing("// }\n}", with: "// }\n\n}")
        #expect(SizeRule.findings(in: source("EventLog", longer)).map(\.line) == [start])
    }

    @Test func `a manifest that goes easy on a target is found`() throws {
        let manifest = try ThisPackage.manifest().whole
        func findings(_ old: String, _ new: String) -> Int {
            #expect(manifest.contains(old), "the sample no longer fits Package.swift: \(old)")
            let text = manifest.replacing(old, with: new)
            return SettingsRule.findings(in: SourceText(path: "Package.swift", text: text)).count
        }
        for setting in SettingsRule.settings { #expect(findings(setting, "") == 1, "\(setting) is gone") }
        #expect(findings(".treatAllWarnings", "// .treatAllWarnings") == 1)
        #expect(findings("for target in package.targets", "for target in package.targets.dropFirst()") == 1)
        #expect(findings("swiftLanguageModes: [.v6]", "swiftLanguageModes: [.v5]") == 1)
        let bent = #".target(name: "FoldRow", swiftSettings: [.unsafeFlags(["-Ounchecked"])])"#
        #expect(findings(#".target(name: "FoldRow")"#, bent) == 2)
    }

    private func source(_ target: String, _ text: String) -> SourceText {
        SourceText(path: "Sources/\(target)/Sample.swift", text: text)
    }
}
