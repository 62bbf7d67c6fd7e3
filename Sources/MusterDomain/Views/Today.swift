import CivilTime

/// One day on Asia/Shanghai's calendar, from midnight to midnight.
public struct ShanghaiDay: Hashable, Sendable {
    /// Its first moment.
    public let start: Instant
    /// The first moment of the next day.
    public let end: Instant

    private static let length: Int64 = 86_400_000

    /// The day in which a moment lies.
    public init(containing moment: Instant) {
        var midnight = CivilTime(milliseconds: moment.milliseconds + CivilTime.shanghaiOffset)
        midnight.millisecondOfDay = 0
        start = Instant(milliseconds: midnight.milliseconds - CivilTime.shanghaiOffset)
        end = Instant(milliseconds: start.milliseconds + Self.length)
    }

    /// Whether a moment lies in it.
    public func contains(_ moment: Instant) -> Bool { start <= moment && moment < end }
}

/// The figures of one day, each with the cases that make it up.
public struct Today: Sendable, Equatable {
    /// Which figure.
    public enum Figure: String, CaseIterable, Sendable {
        /// 今日吹哨: raised on the day.
        case raised
        /// 未签收: live calls that nobody has signed for.
        case unsigned
        /// 未报到: live calls whose unit has not come.
        case notReportedIn
        /// 超期: late and still open.
        case overdue
        /// 重复诉求: case numbers linked more than once, if the matter is open or ended on the day.
        case repeated
        /// 今日办结: closed on the day.
        case closed
    }

    /// One case of a figure.
    public struct Case: Sendable, Equatable {
        /// The whistle; of a repeated demand the newest one that links it.
        public var whistle: WhistleID
        /// The unit whose call it is; none for the figures that count whistles.
        public var unit: UnitID = .none
        /// Whether its deadline has passed.
        public var isLate = false
        /// The number of the repeated case number; 0 for the other figures.
        public var reference: UInt32 = 0
        /// The first whistle that links the repeated case number; none for the other figures.
        public var earlier: WhistleID = .none
        /// How often that case number is linked.
        public var links: UInt32 = 0
    }

    /// The day.
    public let day: ShanghaiDay
    /// The moment at which lateness is judged.
    public let now: Instant
    private var cases: [Figure: [Case]]

    /// The cases of a figure in log order; how many there are is the figure.
    public subscript(figure: Figure) -> [Case] { cases[figure] ?? [] }

    fileprivate init(day: ShanghaiDay, now: Instant) {
        self.day = day
        self.now = now
        cases = [:]
    }

    fileprivate mutating func add(_ found: Case, to figure: Figure) { cases[figure, default: []].append(found) }
}

extension Board {
    /// The figures of the day in which `now` lies.
    ///
    /// Cost: O(whistles + calls + case numbers).
    public func today(at now: Instant) -> Today {
        var today = Today(day: ShanghaiDay(containing: now), now: now)
        whistles.forEach { index, row in
            let found = Today.Case(whistle: WhistleID(rawValue: UInt32(index + 1)), isLate: row.isLate(at: now))
            if today.day.contains(row.raisedAt) { today.add(found, to: .raised) }
            if row.state.isOpen, found.isLate { today.add(found, to: .overdue) }
            if row.state.isClosed, let closed = row.closedAt, today.day.contains(closed) {
                today.add(found, to: .closed)
            }
        }
        calls.forEach { _, call in
            guard call.state.isLive, whistles[call.whistle].state.isOpen else { return }
            func found(_ isLate: Bool) -> Today.Case {
                Today.Case(whistle: call.whistle, unit: call.unit, isLate: isLate)
            }
            if call.acknowledgedAt == nil { today.add(found(call.isAcknowledgedLate(at: now)), to: .unsigned) }
            if call.reportedInAt == nil { today.add(found(call.isReportedInLate(at: now)), to: .notReportedIn) }
        }
        references.forEach { index, reference in
            guard reference.links > 1, whistles.contains(reference.last) else { return }
            let row = whistles[reference.last]
            guard row.state.isOpen || (row.closedAt.map(today.day.contains) ?? false) else { return }
            let found = Today.Case(
                whistle: reference.last,
                isLate: row.isLate(at: now),
                reference: UInt32(index + 1),
                earlier: reference.first,
                links: reference.links
            )
            today.add(found, to: .repeated)
        }
        return today
    }
}
