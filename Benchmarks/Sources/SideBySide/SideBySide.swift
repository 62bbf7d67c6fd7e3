import ArgumentParser
import Foundation

/// Measures things side by side in one process, in interleaved rounds, and reports medians and ratios.
@main
struct SideBySide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "side-by-side",
        abstract: "Measures Muster beside what bounds it and beside others, in one process.",
        subcommands: [
            Fold.self, Append.self, Seal.self, Two.self, Past.self, Proof.self, Memory.self,
            Latency.self,
        ])

    struct Output: ParsableArguments {
        @Option(help: "Where to write the figures as JSON.")
        var json: String?

        @Option(help: "How many interleaved rounds are counted.")
        var rounds = 5

        func write(_ report: Report) throws {
            report.printTable()
            if let json { try report.json().write(to: URL(fileURLWithPath: json)) }
        }
    }

    struct Place: ParsableArguments {
        @Option(help: "The ledger.")
        var ledger: String

        @Option(help: "A folder for files that are made and deleted.")
        var scratch: String = NSTemporaryDirectory()

        func withFolder(_ body: (String) async throws -> Void) async throws {
            let folder = scratch + "/side-by-side-\(getpid())"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try await body(folder)
        }
    }

    struct Fold: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Replay, and what it is compared with.")

        @OptionGroup var output: Output
        @OptionGroup var place: Place

        @Option(help: "Rows for the comparison with one row an event.")
        var comparedRows = 2_000_000

        func run() async throws {
            try await place.withFolder { folder in
                let suite = FoldSuite(
                    ledger: place.ledger, scratch: folder, rounds: output.rounds, comparedRows: comparedRows)
                try output.write(try await suite.run())
            }
        }
    }

    struct Append: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Durable appends, and the synchronised write that bounds them.")

        @OptionGroup var output: Output
        @OptionGroup var place: Place

        @Option(help: "Seconds that each writes in a round.")
        var seconds = 0.3

        func run() async throws {
            try await place.withFolder { folder in
                let suite = AppendSuite(
                    ledger: place.ledger, scratch: folder, rounds: output.rounds, seconds: seconds)
                try output.write(try await suite.run())
            }
        }
    }

    struct Seal: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "What sealing costs, and whom it holds up.")

        @OptionGroup var output: Output
        @OptionGroup var place: Place

        func run() async throws {
            try await place.withFolder { folder in
                try output.write(try await SealSuite(ledger: place.ledger, scratch: folder).run())
            }
        }
    }

    struct Two: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Two ledgers at the same time and one after the other.")

        @OptionGroup var output: Output
        @OptionGroup var place: Place

        func run() async throws {
            try await place.withFolder { folder in
                let suite = TwoSuite(ledger: place.ledger, scratch: folder, rounds: output.rounds)
                try output.write(try await suite.run())
            }
        }
    }

    struct Past: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The state at any position of the past.")

        @OptionGroup var output: Output
        @OptionGroup var place: Place

        @Option(help: "At how many positions.")
        var positions = 50

        func run() async throws {
            try output.write(try await PastSuite(ledger: place.ledger, positions: positions).run())
        }
    }

    struct Proof: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Opening, proofs, and verifying all of a ledger.")

        @OptionGroup var output: Output
        @OptionGroup var place: Place

        @Option(help: "How many proofs are made.")
        var proofs = 200

        func run() async throws {
            try output.write(
                try await ProofSuite(ledger: place.ledger, rounds: output.rounds, proofs: proofs).run())
        }
    }

    struct Memory: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The memory that a replayed ledger takes.")

        @OptionGroup var output: Output
        @OptionGroup var place: Place

        func run() async throws { try output.write(try await MemorySuite(ledger: place.ledger).run()) }
    }

    struct Latency: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "How long one durable append to a ledger takes. Spoils the ledger: use a copy.")

        @Option(help: "The ledger, a copy.")
        var ledger: String

        func run() async throws {
            let latencies = try await LatencyProbe(ledger: ledger).run(500)
            let figures = ["appendSeconds": median(latencies), "appendSecondsLongest": latencies.max() ?? 0]
            print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
        }
    }
}
