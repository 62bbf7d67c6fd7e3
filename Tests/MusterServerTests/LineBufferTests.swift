import Logging
import MusterEngine
import Synchronization
import Testing

@testable import MusterServer

@Suite struct LineBufferTests {
    /// What was written, a text for each time.
    private final class Paper: Sendable {
        private let kept = Mutex<[String]>([])

        func write(_ bytes: [UInt8]) { kept.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) } }
        var all: [String] { kept.withLock { $0 } }
    }

    /// A buffer that waits so long that no test sees it.
    private func patient(_ paper: Paper) -> LineBuffer {
        LineBuffer(milliseconds: 3_600_000, write: paper.write)
    }

    @Test func `Lines are kept until there are enough of them, or until they are asked for`() {
        let paper = Paper()
        let buffer = patient(paper)
        let line = String(repeating: "哨", count: 341) + "\n"
        for _ in 0..<15 { buffer.add(line, .info) }
        #expect(paper.all.isEmpty)
        buffer.add(line, .info)
        #expect(paper.all == [String(repeating: line, count: 16)])
        buffer.add("a\n", .info)
        buffer.flush()
        buffer.flush()
        #expect(paper.all.dropFirst() == ["a\n"])
    }

    @Test(
        arguments: [
            (.debug, false), (.info, false), (.notice, true), (.warning, true), (.error, true), (.critical, true),
        ] as [(Logger.Level, Bool)])
    func `What somebody may wait for is written at once, behind what came before it`(
        level: Logger.Level, isUrgent: Bool
    ) {
        let paper = Paper()
        let buffer = patient(paper)
        buffer.add("a\n", .info)
        buffer.add("b\n", level)
        #expect(paper.all == (isUrgent ? ["a\nb\n"] : []))
    }

    @Test func `A line waits no longer than it may, the next one too`() async throws {
        let paper = Paper()
        let buffer = LineBuffer(milliseconds: 20, write: paper.write)
        for count in 1...3 {
            buffer.add("\(count)\n", .info)
            for _ in 0..<500 where paper.all.count < count { try await Task.sleep(for: .milliseconds(10)) }
            #expect(paper.all.count == count && paper.all.last == "\(count)\n")
        }
    }

    @Test func `Lines of many threads are all there, whole, and each thread's in their order`() async {
        let paper = Paper()
        let buffer = LineBuffer(milliseconds: 1, write: paper.write)
        await withTaskGroup(of: Void.self) { group in
            for name in 0..<8 {
                group.addTask {
                    for number in 0..<4_000 {
                        buffer.add("\(name) \(number)\n", number % 1_000 == 0 ? .error : .info)
                    }
                }
            }
        }
        buffer.flush()
        var next = [Int](repeating: 0, count: 8)
        for line in paper.all.joined().split(separator: "\n") {
            let words = line.split(separator: " ").compactMap { Int($0) }
            guard words.count == 2, next.indices.contains(words[0]), next[words[0]] == words[1] else {
                Issue.record("\(line)")
                return
            }
            next[words[0]] += 1
        }
        #expect(next == [Int](repeating: 4_000, count: 8))
    }

    @Test func `A logger writes through it by the level of its lines`() {
        let paper = Paper()
        let buffer = patient(paper)
        let logger = Logger(label: "x") { label in
            LineLogHandler(label: label, format: .text, now: Environment.live.now, to: buffer)
        }
        logger.info("first")
        #expect(paper.all.isEmpty)
        logger.error("second")
        #expect(paper.all.count == 1 && paper.all[0].contains(" info first\n"))
        #expect(paper.all[0].hasSuffix(" error second\n"))
    }
}
