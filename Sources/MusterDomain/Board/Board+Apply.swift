public import FoldRow

extension Board {
    /// Folds events in their order: the same code for a live append and for replay.
    ///
    /// The rows were left by accepted commands, so no rule is checked here again; what is checked is that they make
    /// sense at all, because they may come from a damaged file. After a throw ``size`` says how many were folded before
    /// the faulty row, and the board is worth nothing else: what that row said before its fault may stand in it.
    /// Cost: O(1) for an event but for the children of its whistle; no allocation but for new pages of tables.
    public mutating func apply(_ rows: Swift.Span<FoldRow>) throws(FoldError) {
        beginWriting()
        let kinds = KindTable.shared
        var done: UInt64 = 0
        defer { advance(by: done) }
        for index in rows.indices {
            try fold(rows[index], kinds, at: size &+ done)
            done &+= 1
        }
    }

    /// Folds one event, see the block above.
    public mutating func apply(_ row: FoldRow) throws(FoldError) {
        beginWriting()
        try fold(row, .shared, at: size)
        advance(by: 1)
    }

    /// Passes over an event that this board leaves out, keeping the names of later whistles right.
    public mutating func skip(_ row: FoldRow) throws(FoldError) {
        guard let kind = EventKind(rawValue: row.kind) else { throw .unknownKind(row.kind) }
        beginWriting()
        if kind.opensStream {
            guard Instant.isWritable(row.recorded) else { throw .timeOutOfRange(row.recorded) }
            try openStream(row.stream, of: .none)
            _ = naming.take(at: Instant(milliseconds: row.recorded))
        }
        if kind == .demandLinked || kind == .whistleImported { try parts.know(row.item) }
        size += 1
    }

    private mutating func beginWriting() {
        posts.beginWriting()
        tokens.beginWriting()
        whistles.beginWriting()
        streams.beginWriting()
        parts.beginWriting()
    }

    @inline(__always)
    private mutating func fold(
        _ row: FoldRow, _ kinds: borrowing KindTable, at position: UInt64
    ) throws(FoldError) {
        guard let kind = kinds[row.kind] else { throw .unknownKind(row.kind) }
        guard row.recorded >= recorded.milliseconds else { throw .timeRunsBack }
        guard kinds.hasWritableMoments(row) else { throw kinds.fault(in: row) }
        if row.kind < EventKind.whistleRaised.rawValue
            || row.stream == 0 && row.kind >= EventKind.textErasureRequested.rawValue
        {
            try foldDistrict(kind, row, at: position)
            districtNewest = position
        } else {
            let whistle = try kind.opensStream ? openWhistle(kind, row) : whistle(toChangeBy: row)
            try parts.fold(kind, row, at: position, into: &whistles[whistle], whistle)
        }
        recorded = Instant(milliseconds: row.recorded)
    }

    private mutating func advance(by count: UInt64) {
        size += count
        folded += count
    }

    private mutating func foldDistrict(
        _ kind: EventKind, _ row: FoldRow, at position: UInt64
    ) throws(FoldError) {
        guard row.stream == 0 else { throw .dangling("\(kind) in stream \(row.stream)") }
        try row.follow(&districtRevision)
        if streams.count == 0 { try openStream(0, of: .none) }
        try applyToDistrict(kind, row, at: position)
    }

    // Always inlined: called on a board that is being changed, it would be handed a copy of the whole board.
    @inline(__always)
    private func whistle(toChangeBy row: FoldRow) throws(FoldError) -> WhistleID {
        guard let whistle = streams[row.stream] else { throw .missing("stream", row.stream) }
        return whistle
    }

    private mutating func openWhistle(_ kind: EventKind, _ row: FoldRow) throws(FoldError) -> WhistleID {
        let whistle = WhistleID(rawValue: UInt32(whistles.count + 1))
        try openStream(row.stream, of: whistle)
        let name = naming.take(at: Instant(milliseconds: row.recorded))
        whistles.append(try parts.newWhistle(kind, row, name))
        return whistle
    }

    private mutating func openStream(_ stream: UInt32, of whistle: WhistleID) throws(FoldError) {
        guard stream == streams.count else { throw .missing("stream", stream) }
        streams.append(whistle)
    }
}

extension BoardParts {
    mutating func beginWriting() {
        units.beginWriting()
        calls.beginWriting()
        tasks.beginWriting()
        members.beginWriting()
        meetings.beginWriting()
        invitations.beginWriting()
        demands.beginWriting()
        backEntries.beginWriting()
        references.beginWriting()
        erasures.beginWriting()
    }

    @inline(__always)
    mutating func fold(
        _ kind: EventKind, _ row: FoldRow, at position: UInt64, into whistle: inout WhistleRow, _ id: WhistleID
    ) throws(FoldError) {
        try row.follow(&whistle.revision)
        whistle.newest = position
        try apply(kind, row, at: position, to: &whistle, id)
        if row.claimed != 0 { noteBackEntry(row, &whistle, id) }
    }

    private mutating func noteBackEntry(_ row: FoldRow, _ whistle: inout WhistleRow, _ id: WhistleID) {
        let entry = BackEntryRow(
            claimed: row.claimed > 0 ? Instant(milliseconds: row.claimed) : nil, whistle: id, entry: row.revision,
            item: row.item, enteredBy: UnitID(rawValue: row.actor), unit: row.named, kind: row.kind)
        backEntries.append(entry, to: &whistle.backEntries)
    }
}

extension EventKind {
    /// Whether the first event of a whistle's stream is of this kind.
    var opensStream: Bool { self == .whistleRaised || self == .whistleImported }
}

extension FoldRow {
    var at: Instant { Instant(milliseconds: time) }
    var named: UnitID { UnitID(rawValue: unit) }
    /// A moment in a free operand; 0 stands for none.
    func moment(_ value: Int64) -> Instant? { value == 0 ? nil : Instant(milliseconds: value) }

    /// Checks that the row comes next in its stream, and goes on to it.
    @inline(__always)
    fileprivate func follow(_ newest: inout UInt32) throws(FoldError) {
        guard revision == newest &+ 1 else {
            throw .wrongRevision(stream: stream, expected: newest &+ 1, found: revision)
        }
        newest = revision
    }
}
