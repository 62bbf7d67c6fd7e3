import Crypto
import EventLog
import MusterAudit
import SQLiteEventStore
import TransparencyLog
import Workload

/// What the tree over a ledger gives and what it takes: opening, heads and proofs at random positions, and verifying all
/// of it beside one SHA-256 over the same entries.
struct ProofSuite {
    var ledger: String
    var rounds: Int
    /// How many proofs are made.
    var proofs: Int

    func run() async throws -> Report {
        var report = Report()
        let size = try await addAnswers(to: &report)
        try await addVerification(of: size, to: &report)
        return report
    }

    private func addAnswers(to report: inout Report) async throws -> Position {
        var opening: [Double] = []
        for _ in 0..<20 {
            let (sample, store) = try await measured {
                let store = try await SQLiteEventStore.open(at: ledger, mode: .read)
                _ = try await store.size()
                return store
            }
            opening.append(sample.wall)
            await store.close()
        }
        let store = try await SQLiteEventStore.open(at: ledger, mode: .read)
        let size = try await store.size()
        var chance = Wanderer(state: 1)
        var heads: [Double] = []
        var inclusion: [Double] = []
        var consistency: [Double] = []
        for round in 0...proofs {
            let position = chance.next() % size
            let (first, _) = try await measured { try await store.treeHead() }
            let (second, _) = try await measured { try await store.inclusionProof(of: position, atSize: size) }
            let (third, _) = try await measured { try await store.consistencyProof(from: position + 1, to: size) }
            // The first time the file may not be in the cache.
            guard round > 0 else { continue }
            heads.append(first.wall)
            inclusion.append(second.wall)
            consistency.append(third.wall)
        }
        await store.close()
        report.add("proof, entries in the log", Double(size), "entries")
        for (name, seconds) in [
            ("opened for reading, without replay", opening), ("root of the whole log", heads),
            ("proof that an entry is in it", inclusion), ("proof that it extends an earlier head", consistency),
        ] {
            report.add("\(name), median", median(seconds) * 1e3, "ms")
            report.add("\(name), worst of \(seconds.count)", (seconds.max() ?? 0) * 1e3, "ms")
        }
        return size
    }

    private func addVerification(of size: Position, to report: inout Report) async throws {
        let store = try await SQLiteEventStore.open(at: ledger, mode: .read)
        var contest = Contest()
        let hashed = "one SHA-256 over all entries, read and decompressed"
        contest.add(hashed, unit: "entries") {
            var digest = SHA256()
            var position: Position = 0
            while position < size {
                let block = try await store.entryBlock(at: position)
                for position in block.positions {
                    block.withBytes(at: position) { bytes in
                        unsafe bytes.bytes.withUnsafeBytes { unsafe digest.update(bufferPointer: $0) }
                    }
                }
                position = block.positions.upperBound
            }
            _ = digest.finalize()
            return Int(size)
        }
        let verified = "verified, texts and tree included"
        contest.add(verified, unit: "entries") { Int(try await LogVerification().run(on: store).size) }
        let outcomes = try await contest.run(rounds: rounds)
        await store.close()
        for outcome in outcomes {
            report.add(
                outcome.name, outcome.rate, "entries/s of CPU", over: hashed, of: outcomes[0].rate)
            report.add("\(outcome.name), on the wall", outcome.wallRate, "entries/s")
        }
    }
}
