import FoldRow

extension Board {
    mutating func applyToDistrict(_ kind: EventKind, _ row: FoldRow) throws(FoldError) {
        switch kind {
        case .unitRegistered:
            guard row.named.index == units.count else { throw .dangling("unit \(row.unit)") }
            units.append(
                UnitRow(
                    kind: try UnitKind(folded: row.code), parent: UnitID(rawValue: UInt32(truncatingIfNeeded: row.a)),
                    isActive: true))
        case .unitRetired:
            try check(row.named)
            units[row.named].isActive = false
        case .postAssigned:
            try check(row.named)
            let post = PostID(rawValue: row.item)
            let holder = PostRow(
                unit: row.named, person: PersonID(rawValue: row.person), isActive: true, isChief: row.code == 1,
                role: try PostRole(folded: UInt32(truncatingIfNeeded: row.a)))
            if post.index == posts.count {
                posts.append(holder)
            } else {
                guard posts.contains(post) else { throw .dangling("post \(row.item)") }
                posts[post] = holder
            }
        case .postEnded:
            let post = PostID(rawValue: row.item)
            guard posts.contains(post) else { throw .dangling("post \(row.item)") }
            posts[post].isActive = false
        case .tokenIssued, .tokenRevoked: try applyToToken(kind, row)
        default: break
        }
    }

    func check(_ unit: UnitID) throws(FoldError) {
        guard units.contains(unit) else { throw .dangling("unit \(unit.rawValue)") }
    }
}
