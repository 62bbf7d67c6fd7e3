import FoldRow

extension Board {
    mutating func applyToDistrict(
        _ kind: EventKind, _ row: FoldRow, at position: UInt64
    ) throws(FoldError) {
        switch kind {
        case .unitRegistered:
            guard row.named.index == parts.units.count else { throw .missing("unit", row.unit) }
            parts.units.append(
                UnitRow(
                    kind: try UnitKind(folded: row.code), parent: UnitID(rawValue: UInt32(truncatingIfNeeded: row.a)),
                    isActive: true))
        case .unitRetired:
            try parts.check(row.named)
            parts.units[row.named].isActive = false
        case .postAssigned:
            try parts.check(row.named)
            let post = PostID(rawValue: row.item)
            let holder = PostRow(
                unit: row.named, person: PersonID(rawValue: row.person), isActive: true, isChief: row.code == 1,
                role: try PostRole(folded: UInt32(truncatingIfNeeded: row.a)))
            if post.index == posts.count {
                posts.append(holder)
            } else {
                guard posts.contains(post) else { throw .missing("post", row.item) }
                posts[post] = holder
            }
        case .postEnded:
            let post = PostID(rawValue: row.item)
            guard posts.contains(post) else { throw .missing("post", row.item) }
            posts[post].isActive = false
        case .tokenIssued, .tokenRevoked: try applyToToken(kind, row)
        case .textErasureRequested: try parts.erasures.request(row, of: .none, at: position)
        case .textErased: try parts.erasures.complete(row, of: .none, at: position)
        case .districtEstablished, .unitRenamed, .keyChanged, .epochBegan: break
        default: throw .dangling("\(kind) in the district's stream")
        }
    }
}

extension BoardParts {
    @inline(__always)
    func check(_ unit: UnitID) throws(FoldError) {
        guard units.contains(unit) else { throw .missing("unit", unit.rawValue) }
    }
}
