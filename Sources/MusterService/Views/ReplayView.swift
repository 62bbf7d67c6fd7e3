import EventLog
package import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    package func replay(_ query: ReplayQuery) async throws(Failure) -> ReplayReport {
        let bound = try bound(query)
        if case .token(let token) = caller {
            try Sight(of: token.actor.post, on: try await source.view().board).check(.replay)
        }
        let waiting = Waiting.seconds(0)
        let (board, size) = try await source.replay(bound)
        let seconds = waiting.taken
        if let to = query.to, to > size {
            let values = ["position": "\(to)", "size": "\(size)"]
            throw Failure("beyondEnd", status: .usage, values, key: "replay.beyondEnd", member: "to")
        }
        // Every folded event raised the revision of its stream by one; what `asOf` passed over did not.
        var events = UInt64(board.districtRevision)
        board.whistles.forEach { _, row in events += UInt64(row.revision) }
        return ReplayReport(
            position: board.size, events: events, digest: board.digest, seconds: seconds,
            eventsPerSecond: seconds > 0 ? Int64(Double(events) / seconds) : 0, size: size,
            recorded: board.size == 0 ? nil : board.recorded.text)
    }

    private func bound(_ query: ReplayQuery) throws(Failure) -> ReplayBound {
        guard [query.to != nil, query.asOf != nil, query.asRecorded != nil].count(where: { $0 }) <= 1 else {
            throw Failure("oneBound", status: .usage, key: "replay.oneBound")
        }
        if let to = query.to { return .to(to) }
        if let asOf = query.asOf { return .asOf(try moment(asOf, "asOf")) }
        if let asRecorded = query.asRecorded { return .asRecorded(try moment(asRecorded, "asRecorded")) }
        return .end
    }
}
