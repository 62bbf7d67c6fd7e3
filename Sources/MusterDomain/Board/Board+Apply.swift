public import FoldRow

extension Board {
    /// Folds one event: the same code for a live append and for replay.
    ///
    /// The row was left by an accepted command, so no rule is checked here again; what is checked is that the row
    /// makes sense at all, because it may come from a damaged file. After a throw the board is worth nothing: what
    /// the row said before the fault may stand in it. Cost: O(1) but for the children of a whistle.
    public mutating func apply(_ row: FoldRow) throws(FoldError) {
        guard let kind = EventKind(rawValue: row.kind) else { throw .unknownKind(row.kind) }
        guard row.recorded >= recorded.milliseconds else { throw .timeRunsBack }
        guard Instant.writable.contains(row.recorded) else { throw .timeOutOfRange(row.recorded) }
        guard kind.hasWritableMoments(row) else { throw .timeOutOfRange(max(row.a, row.b)) }
        guard Instant.writable.contains(row.time) else { throw .timeOutOfRange(row.time) }
        guard Instant.writable.contains(row.claimed) else { throw .timeOutOfRange(row.claimed) }
        if kind.rawValue < EventKind.whistleRaised.rawValue {
            guard row.stream == 0 else { throw .dangling("\(kind) in stream \(row.stream)") }
            try follow(&districtRevision, row)
            if row.stream >= whistleOfStream.count { try openStream(row, whistle: .none) }
            try applyToDistrict(kind, row)
        } else {
            let whistle = try whistleToChange(by: kind, row)
            try follow(&whistles[whistle].revision, row)
            try applyToWhistle(kind, row, whistle)
            if row.claimed != 0 { noteBackEntry(row, whistle) }
        }
        recorded = Instant(milliseconds: row.recorded)
        size += 1
        folded += 1
    }

    /// Folds rows in order. After a throw ``size`` says how many had been folded before the one at fault.
    public mutating func apply(_ rows: Swift.Span<FoldRow>) throws(FoldError) {
        for index in rows.indices { try apply(rows[index]) }
    }

    /// Passes over an event that this board leaves out, keeping the names of later whistles right.
    public mutating func skip(_ row: FoldRow) throws(FoldError) {
        guard let kind = EventKind(rawValue: row.kind) else { throw .unknownKind(row.kind) }
        if kind == .whistleRaised || kind == .whistleImported {
            try openStream(row, whistle: .none)
            _ = takeName(recorded: Instant(milliseconds: row.recorded))
        }
        if kind == .demandLinked || kind == .whistleImported { try know(row.item) }
        size += 1
    }

    private func follow(_ revision: inout UInt32, _ row: FoldRow) throws(FoldError) {
        guard row.revision == revision + 1 else {
            throw .wrongRevision(stream: row.stream, expected: revision + 1, found: row.revision)
        }
        revision = row.revision
    }

    private mutating func whistleToChange(by kind: EventKind, _ row: FoldRow) throws(FoldError) -> WhistleID {
        if kind == .whistleRaised || kind == .whistleImported {
            let next = WhistleID(rawValue: UInt32(whistles.count + 1))
            try openStream(row, whistle: next)
            let name = takeName(recorded: Instant(milliseconds: row.recorded))
            whistles.append(try newWhistle(kind, row, name))
            return next
        }
        guard let whistle = whistle(ofStream: row.stream) else { throw .dangling("stream \(row.stream)") }
        return whistle
    }

    private mutating func openStream(_ row: FoldRow, whistle: WhistleID) throws(FoldError) {
        guard row.stream == whistleOfStream.count else { throw .dangling("stream \(row.stream)") }
        whistleOfStream.append(whistle.rawValue)
    }

    private mutating func takeName(recorded: Instant) -> WhistleName {
        let name = nextWhistleName(at: recorded)
        year = name.year
        numberInYear = UInt32(name.number)
        return name
    }

    private mutating func noteBackEntry(_ row: FoldRow, _ whistle: WhistleID) {
        let entry = BackEntryRow(
            whistle: whistle, entry: row.revision, kind: row.kind, item: row.item,
            enteredBy: UnitID(rawValue: row.actor), unit: UnitID(rawValue: row.unit),
            claimed: row.claimed > 0 ? Instant(milliseconds: row.claimed) : nil)
        backEntries.append(entry, to: &whistles[whistle].backEntries)
    }
}

extension FoldRow {
    var at: Instant { Instant(milliseconds: time) }
    var named: UnitID { UnitID(rawValue: unit) }
    /// A moment in a free operand; 0 stands for none.
    func moment(_ value: Int64) -> Instant? { value == 0 ? nil : Instant(milliseconds: value) }
}
