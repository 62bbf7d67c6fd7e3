import Foundation

/// What of the process's memory is in the machine's and belongs to nobody else (proc(5), smaps_rollup), in bytes.
func privateMemory() throws -> Int {
    // What has been freed and is still held for the next allocation is not what is asked.
    trim()
    let text = try String(contentsOfFile: "/proc/self/smaps_rollup", encoding: .utf8)
    return text.split(separator: "\n").reduce(0) { sum, line in
        let words = line.split(separator: " ")
        guard words.count == 3, words[0].hasPrefix("Private_"), let kilobytes = Int(words[1]) else { return sum }
        return sum + kilobytes * 1_024
    }
}

/// Gives memory that has been freed back to the system. Swift's module of the C library leaves malloc.h out.
private func trim() {
    typealias MallocTrim = @convention(c) (Int) -> Int32
    guard let found = dlsym(nil, "malloc_trim") else { return }
    _ = unsafeBitCast(found, to: MallocTrim.self)(0)
}
