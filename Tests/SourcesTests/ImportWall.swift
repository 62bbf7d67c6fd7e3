/// What a target's files may import.
struct ImportWall {
    enum Modules {
        case only(Set<String>)
        case allBut(Set<String>)
    }

    let target: String
    let allowed: Modules
    /// Files, by their path inside the target, that may import more.
    var exceptions: [String: Set<String>] = [:]

    /// Every target has a row, so a new one is a finding until somebody has said where its wall stands.
    static let all = [
        ImportWall(target: "FoldRow", allowed: .only([])),
        ImportWall(target: "CivilTime", allowed: .only([])),
        ImportWall(target: "TransparencyLog", allowed: .only(["Crypto"])),
        ImportWall(
            target: "EventLog",
            allowed: .only(["CivilTime", "Crypto", "FoldRow", "TransparencyLog"]),
            exceptions: ["Segment/Frame.swift": ["CLZ4"]]
        ),
        ImportWall(
            target: "SQLiteEventStore",
            allowed: .only([
                "CLedgerVFS", "Dispatch", "EventLog", "FoldRow", "Foundation", "GRDB", "GRDBSQLite",
                "Glibc", "Synchronization", "TransparencyLog",
            ])
        ),
        ImportWall(
            target: "EventStoreTesting",
            allowed: .only(["Crypto", "EventLog", "FoldRow", "Testing", "TransparencyLog"])
        ),
        ImportWall(target: "MusterDomain", allowed: .only(["CivilTime", "FoldRow", "Synchronization"])),
        ImportWall(target: "MusterText", allowed: .only(["CivilTime"])),
        ImportWall(
            target: "MusterEngine",
            allowed: .only([
                "CivilTime", "Crypto", "EventLog", "FoldRow", "Foundation", "HeapModule", "MusterDomain",
                "Synchronization", "TransparencyLog",
            ])
        ),
        ImportWall(
            target: "MusterAudit",
            allowed: .only([
                "CivilTime", "Crypto", "EventLog", "FoldRow", "Foundation", "Glibc", "MusterAPI", "MusterDomain",
                "MusterEngine", "MusterText", "TransparencyLog",
            ])
        ),
        ImportWall(
            target: "MusterImport",
            allowed: .only(["CivilTime", "MusterAPI", "MusterDomain"])
        ),
        ImportWall(
            target: "MusterGenerator",
            allowed: .only(["Crypto", "EventLog", "HeapModule", "MusterDomain", "MusterEngine", "Synchronization"])
        ),
        ImportWall(
            target: "MusterAPI",
            allowed: .only([
                "AsyncHTTPClient", "CivilTime", "Foundation", "Glibc", "MusterDomain", "MusterText", "NIOCore",
                "NIOHTTP1", "NIOPosix", "NIOSSL", "Synchronization",
            ])
        ),
        ImportWall(
            target: "MusterService",
            allowed: .only([
                "CivilTime", "Crypto", "Dispatch", "EventLog", "Foundation", "Glibc", "MusterAPI", "MusterDomain",
                "MusterEngine", "MusterText", "Synchronization", "TransparencyLog",
            ])
        ),
        ImportWall(
            target: "MusterServer",
            allowed: .allBut([
                "ArgumentParser", "EventStoreTesting", "GRDB", "MusterCLI", "MusterImport", "SQLiteEventStore",
                "Testing", "Yams",
            ])
        ),
        ImportWall(target: "MusterCLI", allowed: .allBut(["EventStoreTesting", "GRDB"])),
    ]

    static func findings(in source: SourceText, walls: [ImportWall] = all) -> [Finding] {
        guard let wall = walls.first(where: { $0.target == source.target }) else {
            return [
                Finding(path: source.path, line: 1, words: "the target \(source.target) has no row in ImportWall.all")
            ]
        }
        return imports(of: source).filter { !wall.permits($0.found, in: source) }.map { line, module in
            Finding(path: source.path, line: line, words: "\(source.target) may not import \(module)")
        }
    }

    /// The modules that a file imports, a submodule by its module's name.
    static func imports(of source: SourceText) -> [(line: Int, found: String)] {
        occurrences(
            of: #"(?:^|;)\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"#
                + #"import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)"#,
            in: source.code
        )
    }

    private func permits(_ module: String, in source: SourceText) -> Bool {
        let inside = source.path.split(separator: "/").dropFirst(2).joined(separator: "/")
        if exceptions[inside]?.contains(module) == true { return true }
        return switch allowed {
        case .only(let modules): modules.contains(module)
        case .allBut(let modules): !modules.contains(module)
        }
    }
}

/// Who alone may import a module: the arrows of the architecture, seen from below.
struct ImportGate {
    let module: String
    let importers: Set<String>

    static let all = [
        ImportGate(module: "GRDB", importers: ["SQLiteEventStore"]),
        ImportGate(module: "CLedgerVFS", importers: ["SQLiteEventStore"]),
        // It makes disks fail, so nothing but a test may have it.
        ImportGate(module: "CTrialDisk", importers: []),
        ImportGate(module: "SQLite3", importers: []),
        ImportGate(module: "SQLiteEventStore", importers: ["MusterCLI"]),
        ImportGate(
            module: "MusterDomain",
            importers: [
                "MusterAPI", "MusterAudit", "MusterCLI", "MusterEngine", "MusterGenerator", "MusterImport",
                "MusterServer", "MusterService",
            ]
        ),
        ImportGate(
            module: "MusterEngine",
            importers: ["MusterAudit", "MusterCLI", "MusterGenerator", "MusterServer", "MusterService"]),
        ImportGate(module: "MusterAudit", importers: ["MusterCLI"]),
        ImportGate(module: "MusterImport", importers: ["MusterCLI"]),
        ImportGate(module: "MusterGenerator", importers: ["MusterCLI"]),
        ImportGate(
            module: "MusterText",
            importers: ["MusterAPI", "MusterAudit", "MusterCLI", "MusterServer", "MusterService"]),
        ImportGate(
            module: "MusterAPI",
            importers: ["MusterAudit", "MusterCLI", "MusterImport", "MusterServer", "MusterService"]),
        ImportGate(module: "MusterAudit", importers: ["MusterCLI"]),
        ImportGate(module: "MusterService", importers: ["MusterCLI", "MusterServer"]),
        ImportGate(module: "MusterServer", importers: ["MusterCLI"]),
        ImportGate(module: "Hummingbird", importers: ["MusterServer"]),
        ImportGate(module: "MusterCLI", importers: []),
        ImportGate(module: "ArgumentParser", importers: ["MusterCLI"]),
        ImportGate(module: "Yams", importers: ["MusterCLI"]),
        ImportGate(module: "EventStoreTesting", importers: []),
        ImportGate(module: "Testing", importers: ["EventStoreTesting"]),
    ]

    static func findings(in source: SourceText) -> [Finding] {
        ImportWall.imports(of: source).compactMap { line, module in
            guard let gate = all.first(where: { $0.module == module }), !gate.importers.contains(source.target) else {
                return nil
            }
            let who = gate.importers.isEmpty ? "no target" : gate.importers.sorted().joined(separator: ", ") + " alone"
            return Finding(path: source.path, line: line, words: "imports \(module), which \(who) may import")
        }
    }
}
