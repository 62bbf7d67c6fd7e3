// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "muster",
    products: [
        .executable(name: "muster", targets: ["MusterCLI"]),
        // What the benchmarks measure, which are a package of their own.
        .library(
            name: "MusterCore",
            targets: [
                "FoldRow", "EventLog", "SQLiteEventStore", "MusterDomain", "MusterEngine", "MusterGenerator",
                "TransparencyLog", "MusterAudit",
            ]
        ),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CLZ4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"])]),
        .target(name: "CivilTime"),
        .target(name: "FoldRow"),
        .target(name: "TransparencyLog", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
        .target(
            name: "EventLog",
            dependencies: [
                "CLZ4", "CivilTime", "FoldRow", "TransparencyLog",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(name: "CLedgerVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(
            name: "SQLiteEventStore",
            dependencies: [
                "CLedgerVFS", "EventLog", "FoldRow", "TransparencyLog",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(name: "CTrialDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "EventStoreTesting", dependencies: ["EventLog", "FoldRow", "TransparencyLog"]),
        .target(name: "MusterDomain", dependencies: ["CivilTime", "FoldRow"]),
        .target(name: "MusterText", dependencies: ["CivilTime"]),
        .target(
            name: "MusterEngine",
            dependencies: [
                "CivilTime", "EventLog", "FoldRow", "MusterDomain", "TransparencyLog",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HeapModule", package: "swift-collections"),
            ]
        ),
        .target(
            name: "MusterAudit",
            dependencies: [
                "CivilTime", "EventLog", "FoldRow", "MusterAPI", "MusterDomain", "MusterEngine", "MusterText",
                "TransparencyLog", .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [.embedInCode("Package/Assets")]
        ),
        .target(
            name: "MusterImport",
            dependencies: ["CivilTime", "MusterAPI", "MusterDomain"]
        ),
        .target(
            name: "MusterGenerator",
            dependencies: [
                "EventLog", "MusterDomain", "MusterEngine",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HeapModule", package: "swift-collections"),
            ]
        ),
        .target(
            name: "MusterAPI",
            dependencies: [
                "CivilTime", "MusterDomain", "MusterText",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        .target(
            name: "MusterService",
            dependencies: [
                "EventLog", "MusterAPI", "MusterDomain", "MusterEngine", "MusterText", "TransparencyLog",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(
            name: "MusterServer",
            dependencies: [
                "EventLog", "MusterAPI", "MusterDomain", "MusterEngine", "MusterService", "MusterText",
                "TransparencyLog",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Web/Assets")]
        ),
        .executableTarget(
            name: "MusterCLI",
            dependencies: [
                "EventLog", "MusterAPI", "MusterAudit", "MusterDomain", "MusterEngine", "MusterGenerator",
                "MusterImport", "MusterServer", "MusterService", "MusterText", "SQLiteEventStore", "TransparencyLog",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .testTarget(
            name: "TransparencyLogTests",
            dependencies: ["TransparencyLog", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .testTarget(name: "EventLogTests", dependencies: ["CivilTime", "EventLog", "FoldRow"]),
        .testTarget(
            name: "SQLiteEventStoreTests",
            dependencies: [
                "CLedgerVFS", "CTrialDisk", "EventLog", "EventStoreTesting", "FoldRow", "SQLiteEventStore",
                "TransparencyLog",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(name: "MusterDomainTests", dependencies: ["FoldRow", "MusterDomain"]),
        .testTarget(
            name: "MusterEngineTests",
            // The program is there to be run.
            dependencies: [
                "EventLog", "EventStoreTesting", "FoldRow", "MusterCLI", "MusterDomain", "MusterEngine",
                "MusterGenerator", "MusterImport", "MusterService", "MusterText", "SQLiteEventStore", "TransparencyLog",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "MusterImportTests",
            dependencies: [
                "EventStoreTesting", "MusterAPI", "MusterDomain", "MusterEngine", "MusterImport", "MusterService",
                "MusterText",
            ]
        ),
        .testTarget(
            name: "MusterGeneratorTests",
            dependencies: [
                "EventLog", "EventStoreTesting", "FoldRow", "MusterDomain", "MusterEngine", "MusterGenerator",
            ]
        ),
        .testTarget(
            name: "MusterAuditTests",
            dependencies: [
                "CivilTime", "EventLog", "FoldRow", "MusterAPI", "MusterAudit", "MusterDomain", "MusterEngine",
                "MusterGenerator",
                "MusterText", "SQLiteEventStore", "TransparencyLog",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "MusterAPITests",
            dependencies: [
                "MusterAPI", "MusterDomain", "MusterText",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .testTarget(
            name: "MusterServerTests",
            dependencies: [
                "EventLog", "EventStoreTesting", "MusterAPI", "MusterAudit", "MusterDomain", "MusterEngine",
                "MusterServer", "MusterService", "MusterText", "SQLiteEventStore", "TransparencyLog",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
        .testTarget(
            name: "MusterServiceTests",
            dependencies: [
                "EventLog", "EventStoreTesting", "MusterAPI", "MusterDomain", "MusterEngine", "MusterService",
                "MusterText", "TransparencyLog",
            ]
        ),
        .testTarget(name: "MusterTextTests", dependencies: ["MusterText", "MusterDomain"]),
        .testTarget(name: "MusterCLITests", dependencies: ["MusterCLI", "TransparencyLog"]),
        .testTarget(name: "SourcesTests"),
    ],
    swiftLanguageModes: [.v6]
)

// One set of strict settings for every target of ours; the dependencies keep their own.
for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("ImmutableWeakCaptures"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
    ]
}
