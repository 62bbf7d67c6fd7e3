import EventLog
import Foundation
import SQLiteEventStore
import Testing

/// One process writes a ledger.
struct WriterLockTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func openForWriting() async throws(EventStoreError) -> SQLiteEventStore {
        try await SQLiteEventStore.open(at: scratch.path(), mode: .write)
    }

    private func heldBy(_ refusal: EventStoreError?) -> String? {
        guard case .held(let holder) = refusal else { return nil }
        return holder
    }

    @Test func `a second writer is told who holds the ledger`() async throws {
        let store = try await scratch.newStore()
        let refusal = await error { () async throws(EventStoreError) in try await openForWriting() }
        let holder = try #require(heldBy(refusal))
        #expect(holder.hasPrefix("pid \(ProcessInfo.processInfo.processIdentifier) on "))
        #expect(holder.contains(" since 2"))
        try await store.append(.plain(at: 0))
        await store.close()
    }

    @Test func `a ledger that was closed can be written by the next`() async throws {
        try await scratch.newStore().close()
        let second = try await openForWriting()
        try await second.append(.plain(at: 0))
        await second.close()
        // Given back without being closed, too: with the store's last job, which may end a moment after its answer.
        do { _ = try await openForWriting() }
        var refusal: EventStoreError?
        for _ in 0..<1_000 {
            refusal = await error { () async throws(EventStoreError) in
                let last = try await openForWriting()
                #expect(try await last.size() == 1)
                await last.close()
            }
            guard heldBy(refusal) != nil else { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(refusal == nil)
    }

    @Test func `a holder that is killed gives the ledger back by that alone`() async throws {
        try await scratch.newStore().close()
        let holding = Process()
        holding.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The lock passes with the descriptor to cat, which ends when nobody can write to it any more.
        holding.arguments = ["-c", "exec 9<>\"$1\"; flock -xn 9 && echo 'pid 7 on elsewhere' >&9 && echo && exec cat"]
        holding.arguments? += ["sh", scratch.path("ledger.muster.lock")]
        let (input, output) = (Pipe(), Pipe())
        holding.standardInput = input
        holding.standardOutput = output
        try holding.run()
        // The line says that the lock is taken.
        #expect(output.fileHandleForReading.availableData == Data("\n".utf8))
        let refusal = await error { () async throws(EventStoreError) in try await openForWriting() }
        #expect(heldBy(refusal) == "pid 7 on elsewhere")
        kill(holding.processIdentifier, SIGKILL)
        holding.waitUntilExit()
        let store = try await openForWriting()
        try await store.append(.plain(at: 0))
        await store.close()
    }

    @Test func `a ledger is not made while another process is about to`() async throws {
        let store = try await scratch.newStore()
        try FileManager.default.removeItem(atPath: scratch.path())
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: scratch.path() + suffix) }
        let refusal = await error { () async throws(EventStoreError) in
            try await SQLiteEventStore.create(at: scratch.path())
        }
        #expect(heldBy(refusal) != nil)
        await store.close()
    }
}
