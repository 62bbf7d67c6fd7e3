/// The interval rule against dating back: an entry was recorded between the newest checkpoint without it and the oldest
/// with it.
///
/// That a checkpoint holds an entry bounds its time from above. That an earlier one does not bounds it from below, less
/// the time that the log may take to publish an entry. The rule is as sharp as checkpoints are frequent, and binds only
/// whom the cosigner is independent of. Times are in milliseconds since 1970.
public struct IntervalRule: Sendable {
    /// How long the log may take from recording an entry to the first checkpoint with it, in milliseconds.
    public let publicationDelay: Int64
    /// How far the clocks of log and cosigner may be apart, in milliseconds.
    public let skew: Int64
    /// Findings about the checkpoints themselves.
    public let checkpointFindings: [IntervalFinding]

    /// The sizes that were cosigned, ascending, each once.
    private let sizes: [UInt64]
    /// For each of them the latest time at which a tree of this size or a smaller one was the largest.
    private let latest: [Int64]
    /// For each of them the earliest time at which a tree of this size or a larger one was there.
    private let earliest: [Int64]

    /// A rule over all cosigned checkpoints of a log that were kept, in any order.
    public init(checkpoints: some Sequence<CheckpointTime>, publicationDelay: Int64, skew: Int64) {
        precondition(publicationDelay >= 0 && skew >= 0, "delays are no negative numbers")
        (self.publicationDelay, self.skew) = (publicationDelay, skew)
        let ordered = Dictionary(grouping: checkpoints, by: \.size).sorted { $0.key < $1.key }
        sizes = ordered.map(\.key)
        var latest = ordered.map { $0.value.map(\.milliseconds.lowerBound).max() ?? .min }
        var earliest = ordered.map { $0.value.map(\.milliseconds.upperBound).min() ?? .max }
        var findings: [IntervalFinding] = []
        for index in latest.indices.dropFirst() {
            latest[index] = max(latest[index], latest[index - 1])
            guard earliest[index] < latest[index - 1] else { continue }
            findings.append(
                IntervalFinding(
                    kind: .checkpointsBackwards, position: sizes[index], found: earliest[index],
                    bound: latest[index - 1]
                )
            )
        }
        for index in earliest.indices.dropLast().reversed() {
            earliest[index] = min(earliest[index], earliest[index + 1])
        }
        (self.latest, self.earliest, checkpointFindings) = (latest, earliest, findings)
    }

    /// How many entries, from the first on, a cosigned checkpoint holds; the others have no upper bound.
    public var anchored: UInt64 { sizes.last ?? 0 }

    /// Between which times the entry at a position was recorded; nil where no checkpoint bounds it.
    public func bounds(of position: UInt64) -> (notBefore: Int64?, notAfter: Int64?) {
        bounds(at: firstSize(above: position))
    }

    /// Looks at entries in order, each in constant time.
    public func check() -> Check { Check(rule: self) }

    /// The findings about checkpoints, and about entries that begin at `first`, in order.
    public func findings(in entries: some Sequence<EntryTimes>, from first: UInt64 = 0) -> [IntervalFinding] {
        var check = Check(rule: self)
        var findings = checkpointFindings
        for (offset, entry) in entries.enumerated() {
            findings += check.next(entry, at: first + UInt64(offset))
        }
        return findings
    }

    /// The bounds of the entries below the size at an index that are not below the size before it.
    private func bounds(at index: Int) -> (notBefore: Int64?, notAfter: Int64?) {
        let notBefore = index == 0 ? nil : latest[index - 1].lessClamped(publicationDelay).lessClamped(skew)
        let notAfter = index == sizes.count ? nil : earliest[index].moreClamped(skew)
        return (notBefore, notAfter)
    }

    private func firstSize(above position: UInt64) -> Int {
        var (lower, upper) = (0, sizes.count)
        while lower < upper {
            let middle = (lower + upper) / 2
            if sizes[middle] > position { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }
}

extension IntervalRule {
    /// The times that an entry states, in milliseconds since 1970.
    public struct EntryTimes: Hashable, Sendable {
        /// When it says it was recorded.
        public var recorded: Int64
        /// When it says its act occurred; nil if that is not to be looked at.
        public var occurred: Int64?

        /// Times in milliseconds since 1970.
        public init(recorded: Int64, occurred: Int64? = nil) { (self.recorded, self.occurred) = (recorded, occurred) }
    }

    /// A walk along the entries.
    public struct Check: Sendable {
        private let rule: IntervalRule
        private var index = 0
        private var bounds: (notBefore: Int64?, notAfter: Int64?) = (nil, nil)
        /// The positions for which `bounds` hold.
        private var span: Range<UInt64> = 0..<0
        private var previous: Int64?

        fileprivate init(rule: IntervalRule) { self.rule = rule }

        /// What is wrong with the times of the next entry. Positions ascend.
        public mutating func next(_ entry: EntryTimes, at position: UInt64) -> [IntervalFinding] {
            if !span.contains(position) { move(to: position) }
            var findings: [IntervalFinding] = []
            func find(_ kind: IntervalFinding.Kind, _ found: Int64, _ bound: Int64) {
                findings.append(IntervalFinding(kind: kind, position: position, found: found, bound: bound))
            }
            if let bound = bounds.notBefore, entry.recorded < bound { find(.recordedTooEarly, entry.recorded, bound) }
            if let bound = bounds.notAfter, entry.recorded > bound { find(.recordedTooLate, entry.recorded, bound) }
            if let previous, entry.recorded < previous { find(.recordedBackwards, entry.recorded, previous) }
            if let occurred = entry.occurred, occurred > entry.recorded {
                find(.occurredAfterRecorded, occurred, entry.recorded)
            }
            previous = entry.recorded
            return findings
        }

        private mutating func move(to position: UInt64) {
            index = rule.firstSize(above: position)
            bounds = rule.bounds(at: index)
            span = (index == 0 ? 0 : rule.sizes[index - 1])..<(index == rule.sizes.count ? .max : rule.sizes[index])
        }
    }
}

extension Int64 {
    fileprivate func lessClamped(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? .min : difference
    }

    fileprivate func moreClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
