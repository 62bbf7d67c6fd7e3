extension Board {
    /// The version of the dump below: it changes whenever the dump does.
    public static let dumpVersion = 3

    /// Calls `put` with every number of the state in a fixed order: version, size, then each table with its count
    /// and its rows in order. Independent of pages and of how the state came about.
    public func dump(_ put: (Int64) -> Void) {
        put(Int64(Self.dumpVersion))
        put(Int64(folded))
        put(recorded.milliseconds)
        put(Int64(districtRevision))
        dump(units, put)
        dump(posts, put)
        dump(tokens, put)
        put(Int64(whistles.count))
        whistles.forEach { _, row in
            row.dump(
                members: members.count(in: row.members), backEntries: backEntries.count(in: row.backEntries), put)
        }
        dump(calls, put)
        dump(members, put)
        dump(meetings, put)
        dump(invitations, put)
        dump(tasks, put)
        dump(demands, put)
        dump(backEntries, put)
        dump(erasures, put)
        // Numbers of the name table that nothing folded has linked are no part of the state.
        references.forEach { index, row in
            guard row.links > 0 else { return }
            put(Int64(index + 1))
            row.dump(put)
        }
    }

    private func dump<Row: BoardRow>(_ table: PagedTable<Row>, _ put: (Int64) -> Void) {
        put(Int64(table.count))
        table.forEach { _, row in row.dump(put) }
    }
}
