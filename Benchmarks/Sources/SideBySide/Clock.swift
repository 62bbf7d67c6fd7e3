import Foundation

/// What one run of something took.
struct Sample {
    /// Seconds by the clock on the wall.
    var wall: Double
    /// Seconds of processor time of the whole process: what another process's load changes least.
    var cpu: Double
}

/// Measures one run.
func measured<Value>(_ body: () async throws -> Value) async rethrows -> (Sample, Value) {
    let (wall, cpu) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    let value = try await body()
    return (Sample(wall: seconds(CLOCK_MONOTONIC) - wall, cpu: seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu), value)
}

/// Waits until the process does nothing by itself any more, two seconds at the most: what one entrant leaves to be done
/// beside it, such as sealing, is not to slow the next.
func settle() async throws {
    for _ in 0..<100 {
        let before = seconds(CLOCK_PROCESS_CPUTIME_ID)
        try await Task.sleep(for: .milliseconds(20))
        if seconds(CLOCK_PROCESS_CPUTIME_ID) - before < 0.001 { return }
    }
}

private func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
