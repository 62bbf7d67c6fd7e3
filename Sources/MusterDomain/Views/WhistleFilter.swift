extension WhistleState {
    /// Whether the matter goes on: it is neither closed nor withdrawn.
    public var isOpen: Bool {
        switch self {
        case .raised, .handling, .claimed, .verified, .imported: true
        case .closed, .withdrawn, .importClosed: false
        }
    }

    /// Whether it was closed, here or by the system it came from.
    public var isClosed: Bool { self == .closed || self == .importClosed }
}

/// Which whistles a list shows; conditions that are not set hold for every whistle.
public struct WhistleFilter: Sendable, Equatable {
    /// Only late ones: handled after their deadline, or past it unhandled.
    public var isLate = false
    /// Only those that go on, when true; only those that do not, when false.
    public var isOpen: Bool?
    /// Only closed ones.
    public var isClosed = false
    /// Only those in one of these states, if there are any.
    public var states: Set<WhistleState> = []
    /// Only those that this unit raised.
    public var street: UnitID?
    /// Only those in which this unit was called, leads, or handles another system's case.
    public var unit: UnitID?
    /// Only those of this kind; another system's case is of none.
    public var kind: WhistleKind?

    /// A filter that lets every whistle pass.
    public init() {}
}

extension Board {
    /// The whistles that a filter lets pass, newest first.
    ///
    /// Cost: O(whistles), with a unit O(whistles and calls).
    public func whistles(matching filter: WhistleFilter, at now: Instant) -> [WhistleID] {
        var found: [WhistleID] = []
        whistles.forEach { index, row in
            let id = WhistleID(rawValue: UInt32(index + 1))
            if matches(filter, id, row, at: now) { found.append(id) }
        }
        return found.reversed()
    }

    /// Whether a filter lets a whistle pass. Cost: O(1), with a unit O(calls of the whistle).
    public func matches(_ filter: WhistleFilter, _ id: WhistleID, at now: Instant) -> Bool {
        matches(filter, id, whistles[id], at: now)
    }

    private func matches(_ filter: WhistleFilter, _ id: WhistleID, _ row: WhistleRow, at now: Instant) -> Bool {
        if filter.isLate, !row.isLate(at: now) { return false }
        if let isOpen = filter.isOpen, row.state.isOpen != isOpen { return false }
        if filter.isClosed, !row.state.isClosed { return false }
        if !filter.states.isEmpty, !filter.states.contains(row.state) { return false }
        if let street = filter.street, row.raiser != street { return false }
        if let kind = filter.kind, row.isImported || row.kind != kind { return false }
        if let unit = filter.unit, !takesPart(unit, in: id, row) { return false }
        return true
    }

    private func takesPart(_ unit: UnitID, in id: WhistleID, _ row: WhistleRow) -> Bool {
        row.department == unit || row.groupLead == unit || call(of: unit, in: id) != nil
    }
}
