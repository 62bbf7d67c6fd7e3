/// What one unit has to do now, the next deadline first.
public struct Inbox: Sendable, Equatable {
    /// Whose it is.
    public let unit: UnitID
    /// What waits, by deadline; what has none comes last, longest waiting first. Calls that nobody has opened head the
    /// centre's list, before everything else.
    public let entries: [Entry]

    /// What somebody has to do next.
    public enum Duty: String, CaseIterable, Sendable {
        /// 催收: the unit has not opened its call.
        case undelivered
        /// 签收: a call has come in.
        case acknowledge
        /// 报到: the call is signed for, nobody has come.
        case reportIn
        /// 报到 while an objection waits for its ruling: the clocks run on.
        case reportInMeanwhile
        /// Nothing but waiting: the unit is there and has objected to what it found.
        case awaitRuling
        /// 办理 as the one who answers for the result, who then claims done.
        case lead
        /// 配合办理.
        case support
        /// 接单: a task has come in.
        case acceptTask
        /// 办理任务.
        case completeTask
        /// 裁决派单异议.
        case arbitrate
        /// 补批 an emergency.
        case approve
        /// 现场核查 of what is claimed done.
        case inspect
        /// 回访.
        case followUp
        /// 办结: everybody was asked.
        case close
    }

    /// One thing to do. Entries are in the order in which an inbox shows them.
    public struct Entry: Sendable, Comparable {
        /// In which whistle.
        public var whistle: WhistleID
        /// What.
        public var duty: Duty
        /// The number of the call or task that it concerns; 0 for the whistle as a whole.
        public var item: UInt32
        /// The unit that it concerns: the one that objected, that has not opened its call, or that is to be called upon;
        /// none if it is the whistle.
        public var about: UnitID
        /// Until when; nil where no clock runs.
        public var due: Instant?
        /// Since when it waits, and where the clock began; nil where the board does not keep it, as with tasks.
        public var since: Instant?

        /// The sooner deadline first; of two with one deadline what has waited longer.
        public static func < (left: Entry, right: Entry) -> Bool {
            if (left.duty == .undelivered) != (right.duty == .undelivered) { return left.duty == .undelivered }
            if left.due != right.due { return (left.due ?? .distantFuture) < (right.due ?? .distantFuture) }
            if left.since != right.since {
                return (left.since ?? .distantFuture) < (right.since ?? .distantFuture)
            }
            return (left.whistle.rawValue, left.item, left.duty.rawValue)
                < (right.whistle.rawValue, right.item, right.duty.rawValue)
        }

        init(
            whistle: WhistleID, duty: Duty, item: UInt32 = 0, about: UnitID = .none, due: Instant?, since: Instant?
        ) {
            self.whistle = whistle
            self.duty = duty
            self.item = item
            self.about = about
            self.due = due
            self.since = since
        }

        /// The light of its clock; nil where none runs or its beginning is not known.
        public func light(at now: Instant) -> Light? {
            guard let due else { return nil }
            if now > due { return .red }
            return since.map { Light(from: $0, to: due, at: now) }
        }
    }
}

extension Board {
    /// What a unit has to do.
    ///
    /// Cost: O(whistles + calls + tasks); nothing is kept between calls.
    public func inbox(of unit: UnitID, policy: Policy = .builtin0) -> Inbox {
        let duties = Duties(board: self, policy: policy, roll: UnitRoll(of: self))
        var entries: [Inbox.Entry] = []
        for number in 0..<UInt32(whistles.count) {
            duties.forEach(of: WhistleID(rawValue: number + 1)) { asked, entry in
                if asked == unit { entries.append(entry) }
            }
        }
        return Inbox(unit: unit, entries: entries.sorted())
    }
}

extension Instant {
    fileprivate static let distantFuture = Instant(milliseconds: .max)
}
