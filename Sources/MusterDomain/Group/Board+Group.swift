import FoldRow

extension Board {
    /// The index of an active member, by unit and person.
    func memberIndex(_ unit: UnitID, _ person: PersonID, in whistle: WhistleID) -> Int? {
        parts.memberIndex(unit, person, in: whistles[whistle])
    }
}

extension BoardParts {
    fileprivate func memberIndex(_ unit: UnitID, _ person: PersonID, in whistle: WhistleRow) -> Int? {
        members.lastIndex(in: whistle.members) { $0.unit == unit && $0.person == person && $0.isActive }
    }

    mutating func applyToMembers(
        _ kind: EventKind, _ row: FoldRow, _ whistle: inout WhistleRow, _ id: WhistleID
    ) throws(FoldError) {
        let person = PersonID(rawValue: row.person)
        if kind == .memberJoined { return try join(row.named, person, &whistle, id) }
        guard let index = memberIndex(row.named, person, in: whistle) else { throw .missing("member", row.person) }
        members[index].isActive = false
        if row.a != 0 { try join(row.named, PersonID(rawValue: UInt32(truncatingIfNeeded: row.a)), &whistle, id) }
    }

    private mutating func join(
        _ unit: UnitID, _ person: PersonID, _ whistle: inout WhistleRow, _ id: WhistleID
    ) throws(FoldError) {
        try check(unit)
        members.append(MemberRow(whistle: id, unit: unit, person: person), to: &whistle.members)
    }
}
