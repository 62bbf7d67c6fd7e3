// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "muster",
    products: [
        .executable(name: "muster", targets: ["MusterCLI"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .target(name: "CivilTime"),
        .target(name: "FoldRow"),
        .target(
            name: "EventLog",
            dependencies: ["CivilTime", "FoldRow", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .target(
            name: "SQLiteEventStore",
            dependencies: [
                "EventLog", "FoldRow",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .target(name: "EventStoreTesting", dependencies: ["EventLog", "FoldRow"]),
        .target(name: "MusterDomain", dependencies: ["CivilTime", "FoldRow"]),
        .target(name: "MusterText", dependencies: ["CivilTime"]),
        .target(
            name: "MusterEngine",
            dependencies: [
                "CivilTime", "EventLog", "FoldRow", "MusterDomain",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HeapModule", package: "swift-collections"),
            ]
        ),
        .target(
            name: "MusterImport",
            dependencies: [
                "CivilTime", "MusterDomain", "MusterEngine",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .executableTarget(
            name: "MusterCLI",
            dependencies: [
                "EventLog", "MusterDomain", "MusterEngine", "MusterImport", "MusterText", "SQLiteEventStore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .testTarget(name: "EventLogTests", dependencies: ["CivilTime", "EventLog", "FoldRow"]),
        .testTarget(
            name: "SQLiteEventStoreTests",
            dependencies: [
                "EventLog", "EventStoreTesting", "FoldRow", "SQLiteEventStore",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(name: "MusterDomainTests", dependencies: ["FoldRow", "MusterDomain"]),
        .testTarget(
            name: "MusterEngineTests",
            dependencies: [
                "EventLog", "EventStoreTesting", "FoldRow", "MusterDomain", "MusterEngine", "SQLiteEventStore",
            ]
        ),
        .testTarget(
            name: "MusterImportTests",
            dependencies: ["EventStoreTesting", "MusterDomain", "MusterEngine", "MusterImport"]
        ),
        .testTarget(name: "MusterTextTests", dependencies: ["MusterText", "MusterDomain"]),
        .testTarget(name: "MusterCLITests", dependencies: ["MusterCLI"]),
        .testTarget(name: "SourcesTests"),
    ],
    swiftLanguageModes: [.v6]
)

// One set of strict settings for every target of ours; the dependencies keep their own.
for target in package.targets {
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
