import Foundation
import MusterAPI

/// Follows a district for as long as the program runs: asks again when something has happened, and when the way to
/// the district is interrupted, until it is there again.
struct Follower {
    let district: any DistrictViews
    let console: Console
    /// Done before anything new is taken: behind the way to the district there may be another one by now, and an
    /// interruption that was short is noticed by nobody.
    var recheck: () async throws -> Void = {}

    /// Seconds for which a request waits for something to happen.
    static let wait = 20
    /// Entries of one answer.
    private static let page = 200
    /// Rests between attempts, in seconds; the last one is kept up.
    private static let rests = [1, 2, 4, 8, 15, 30]

    /// Calls `take` with every part of the feed from a position on, empty ones too.
    func run(from position: UInt64, _ take: (EventPage) async throws -> Void) async throws -> Never {
        Self.endQuietlyWhenInterrupted()
        var next = position
        while true {
            next = try await persistently {
                let page = try await district.events(EventQuery(after: next, limit: Self.page, wait: Self.wait))
                try await recheck()
                try await take(page)
                return page.next
            }
        }
    }

    /// Does something until nothing that passes is in its way; says once that it is trying.
    func persistently<Result>(_ body: () async throws -> Result) async throws -> Result {
        var failures = 0
        while true {
            do { return try await body() } catch let failure as Failure where failure.isPassing {
                if failures == 0 {
                    console.note(console.say("watch.retrying", ["reason": failure.sentence(console.language)]))
                }
                let rest = Self.rests[min(failures, Self.rests.count - 1)]
                failures += 1
                try await Task.sleep(for: .seconds(max(rest, failure.retryAfter ?? 0)))
            }
        }
    }

    /// What is followed is ended by an interrupt, which is no failure.
    private static func endQuietlyWhenInterrupted() {
        for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(0) } }
    }
}

extension Failure {
    /// Whether the same request may succeed later without anybody doing anything else.
    fileprivate var isPassing: Bool {
        status == .unreachable || ["io", "unavailable", "stopping", "tooManyRequests", "requestTimeout"].contains(code)
    }
}
