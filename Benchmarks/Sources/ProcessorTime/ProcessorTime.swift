import Benchmark
import Foundation

extension BenchmarkMetric {
    /// Processor time of the process in nanoseconds, by the clock that counts them: what the tool itself reads counts
    /// ticks of ten milliseconds on Linux. There are no counters of instructions on most virtual machines.
    package static var processorTime: BenchmarkMetric {
        .custom("Processor time (ns)", polarity: .prefersSmaller, useScalingFactor: true)
    }
}

extension Benchmark {
    /// Measures what a closure does, and nothing before or behind it.
    package func measure<Value>(_ body: () throws -> Value) rethrows {
        startMeasurement()
        let before = Self.nanoseconds()
        let value = try body()
        let after = Self.nanoseconds()
        stopMeasurement()
        measurement(.processorTime, after - before)
        Self.blackHole(value)
    }

    /// The same of something that waits.
    package func measure<Value>(_ body: () async throws -> Value) async rethrows {
        startMeasurement()
        let before = Self.nanoseconds()
        let value = try await body()
        let after = Self.nanoseconds()
        stopMeasurement()
        measurement(.processorTime, after - before)
        Self.blackHole(value)
    }

    private static func nanoseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
