import FoldRow

extension Board {
    /// The index of an active member, by unit and person.
    func memberIndex(_ unit: UnitID, _ person: PersonID, in whistle: WhistleID) -> Int? {
        members.lastIndex(in: whistles[whistle].members) { $0.unit == unit && $0.person == person && $0.isActive }
    }

    mutating func applyToMembers(_ kind: EventKind, _ row: FoldRow, _ whistle: WhistleID) throws(FoldError) {
        let person = PersonID(rawValue: row.person)
        if kind == .memberJoined {
            try join(row.named, person, whistle)
            return
        }
        guard let index = memberIndex(row.named, person, in: whistle) else { throw .dangling("member \(row.person)") }
        members[index].isActive = false
        if row.a != 0 { try join(row.named, PersonID(rawValue: UInt32(truncatingIfNeeded: row.a)), whistle) }
    }

    private mutating func join(_ unit: UnitID, _ person: PersonID, _ whistle: WhistleID) throws(FoldError) {
        try check(unit)
        members.append(MemberRow(whistle: whistle, unit: unit, person: person), to: &whistles[whistle].members)
    }
}
