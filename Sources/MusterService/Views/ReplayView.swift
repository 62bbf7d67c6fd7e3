import EventLog
package import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    package func replay(_ query: PastQuery) async throws(Failure) -> ReplayReport {
        let bound = try bound(query)
        try await check(bound)
        if case .token(let token) = caller {
            try Sight(of: token.actor.post, on: try await source.view().board).check(.replay)
        }
        let waiting = Waiting.seconds(0)
        let (board, size) = try await source.replay(bound)
        let seconds = waiting.taken
        // Every folded event raised the revision of its stream by one; what `asOf` passed over did not.
        var events = UInt64(board.districtRevision)
        board.whistles.forEach { _, row in events += UInt64(row.revision) }
        return ReplayReport(
            position: board.size, events: events, digest: board.digest, seconds: seconds,
            eventsPerSecond: seconds > 0 ? Int64(Double(events) / seconds) : 0, size: size,
            recorded: board.size == 0 ? nil : board.recorded.text)
    }
}
