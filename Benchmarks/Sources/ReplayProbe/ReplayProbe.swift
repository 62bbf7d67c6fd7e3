import EventLog
import FoldRow
import Foundation
import SQLiteEventStore
import Workload

/// Replays a ledger some times and says how much processor time an event took: what callgrind and perf look at.
///
///     replay-probe replay|rows|fold LEDGER [ROUNDS]
///     replay-probe generate LEDGER EVENTS
///
/// `replay` opens the ledger and folds it, `rows` only reads it, `fold` only folds what was read before. `generate` makes
/// one to be looked at.
@main
struct ReplayProbe {
    enum Part: String { case replay, rows, fold }

    /// Not asynchronous: a main thread that becomes one of the dispatch library's workers stops callgrind.
    static func main() {
        let arguments = CommandLine.arguments
        let part = arguments.dropFirst().first.flatMap(Part.init)
        let count = arguments.count > 3 ? Int(arguments[3]) : nil
        guard arguments.count >= 3, part != nil || arguments[1] == "generate" && count != nil else {
            print(
                """
                usage: replay-probe replay|rows|fold LEDGER [ROUNDS]
                       replay-probe generate LEDGER EVENTS
                """)
            exit(64)
        }
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            do {
                if let part {
                    try await run(part, arguments[2], rounds: count ?? 1)
                } else {
                    try await SampleLedger.generate(count ?? 0, at: arguments[2])
                }
            } catch {
                print("\(error)")
                exit(1)
            }
            done.signal()
        }
        done.wait()
    }

    private static func run(_ part: Part, _ path: String, rounds: Int) async throws {
        let rows = part == .fold ? try await allRows(path) : []
        var size = 0
        var times: [Double] = []
        for _ in 0..<rounds {
            let start = processorTime()
            switch part {
            case .replay: size = try await Workload.replay(path)
            case .rows: size = try await read(path)
            case .fold: size = try Workload.fold(rows)
            }
            times.append((processorTime() - start) / Double(max(size, 1)))
        }
        times.sort()
        print("\(part.rawValue): \(size) events, ns CPU an event: median \(times[rounds / 2]), least \(times[0])")
    }

    private static func allRows(_ path: String) async throws -> [FoldRow] {
        let store = try await SQLiteEventStore.open(at: path, mode: .read)
        let rows = try await store.rows(from: 0, limit: .max)
        await store.close()
        return rows
    }

    private static func read(_ path: String) async throws -> Int {
        let store = try await SQLiteEventStore.open(at: path, mode: .read)
        let count = try await store.fold(into: 0, from: 0, to: .max) { count, rows in
            count += rows.count
            return true
        }
        await store.close()
        return count
    }

    private static func processorTime() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
        return Double(now.tv_sec) * 1e9 + Double(now.tv_nsec)
    }
}
