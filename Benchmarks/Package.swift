// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "muster-benchmarks",
    products: [
        .executable(name: "side-by-side", targets: ["SideBySide"]),
        .executable(name: "replay-probe", targets: ["ReplayProbe"]),
        .executable(name: "mutate-blocks", targets: ["MutateBlocks"]),
    ],
    dependencies: [
        .package(name: "muster", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // Without its traits, which stand in for malloc and the runtime's reference counting to count them.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .target(name: "Workload", dependencies: [.product(name: "MusterCore", package: "muster")]),
        .executableTarget(
            name: "SideBySide",
            dependencies: [
                "Workload",
                .product(name: "MusterCore", package: "muster"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        // What callgrind and perf look at.
        .executableTarget(
            name: "ReplayProbe", dependencies: ["Workload", .product(name: "MusterCore", package: "muster")]),
        .target(name: "ProcessorTime", dependencies: [.product(name: "Benchmark", package: "benchmark")]),
        // The tool finds its suites by their folder, which has to lie in one called Benchmarks.
        .executableTarget(
            name: "Micro",
            dependencies: [
                "ProcessorTime", "Workload",
                .product(name: "MusterCore", package: "muster"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Micro",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),
        .executableTarget(
            name: "Macro",
            dependencies: [
                "ProcessorTime", "Workload",
                .product(name: "MusterCore", package: "muster"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Macro",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
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
