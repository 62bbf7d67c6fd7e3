// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "muster-benchmarks",
    products: [
        .executable(name: "side-by-side", targets: ["SideBySide"]),
        .executable(name: "mutate-blocks", targets: ["MutateBlocks"]),
    ],
    dependencies: [
        .package(name: "muster", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(name: "Workload", dependencies: [.product(name: "MusterCore", package: "muster")]),
        .executableTarget(
            name: "SideBySide",
            dependencies: [
                "Workload",
                .product(name: "MusterCore", package: "muster"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        // Shares the mutations with Tests/EventLogTests by symbolic links.
        .executableTarget(
            name: "MutateBlocks",
            dependencies: [
                .product(name: "MusterCore", package: "muster"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
