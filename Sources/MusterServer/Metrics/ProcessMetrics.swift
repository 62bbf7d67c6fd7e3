import Foundation
import Glibc

/// What the kernel says about the process, under the names that Prometheus's own libraries use.
enum ProcessMetrics {
    static func write(to page: inout Exposition) {
        // Fields of /proc/self/stat after the command, which may hold anything: 14 and 15 are ticks of processor time,
        // 22 is the start in ticks since the machine's, 24 the resident pages.
        guard let text = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return }
        let fields = text[text.index(after: end)...].split(separator: " ").map { Int($0) ?? 0 }
        guard fields.count > 21 else { return }
        let ticks = Double(max(sysconf(Int32(_SC_CLK_TCK)), 1))
        page.family("process_cpu_seconds_total", "counter", help: "Processor time, user and system.")
        page.sample("process_cpu_seconds_total", Double(fields[11] + fields[12]) / ticks)
        page.family("process_resident_memory_bytes", "gauge", help: "Resident memory.")
        page.sample("process_resident_memory_bytes", fields[21] * Int(sysconf(Int32(_SC_PAGESIZE))))
        if let start = start(fields[19], ticks) {
            page.family("process_start_time_seconds", "gauge", help: "When the process began, in seconds since 1970.")
            page.sample("process_start_time_seconds", start)
        }
        if let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
            page.family("process_open_fds", "gauge", help: "Open file descriptors.")
            page.sample("process_open_fds", open)
        }
    }

    private static func start(_ sinceBoot: Int, _ ticks: Double) -> Double? {
        guard let text = try? String(contentsOfFile: "/proc/stat", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("btime ") }),
            let boot = Double(line.dropFirst(6))
        else { return nil }
        return boot + Double(sinceBoot) / ticks
    }
}
