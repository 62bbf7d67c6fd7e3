package import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    package func units(_ query: UnitQuery) async throws(Failure) -> Page<UnitItem> {
        let reading = try await reading()
        try reading.sight.check(.units)
        let units = reading.view.directory.units
        let numbers = units.indices.filter { units[$0].isActive || query.withRetired }.map { $0 + 1 }
        return try page(query.page, of: "units1", numbers) { number in
            let unit = units[number - 1]
            let parent = reading.board.units[number - 1].parent
            return UnitItem(
                unit: unit.code, kind: unit.kind.name, fullName: unit.fullName, shortName: unit.shortName,
                parent: reading.names.code(of: parent), active: unit.isActive,
                parentName: reading.names.name(of: parent))
        }
    }

    package func posts(_ query: PostQuery) async throws(Failure) -> Page<PostItem> {
        let reading = try await reading()
        let sight = reading.sight
        try sight.check(.posts)
        let wanted = try reading.desk.unit(query.unit)
        if let wanted { try sight.check(.posts, of: wanted) }
        let posts = reading.view.directory.posts
        let numbers = posts.indices.filter { index in
            let post = posts[index]
            return (post.isActive || query.withEnded) && (wanted == nil || wanted == post.unit)
                && sight.sees(.posts, of: post.unit)
        }
        return try page(query.page, of: "posts1", numbers.map { $0 + 1 }) { number in
            let post = posts[number - 1]
            let id = PostID(rawValue: UInt32(number))
            return PostItem(
                post: post.code, unit: reading.names.code(of: post.unit), title: post.title, person: post.person,
                chief: reading.board.posts[id].isChief, active: post.isActive,
                unitName: reading.names.name(of: post.unit), role: reading.board.role(of: id).rawValue)
        }
    }

    package func tokens(_ query: TokenQuery) async throws(Failure) -> Page<TokenItem> {
        let reading = try await reading()
        try reading.sight.check(.tokens)
        let directory = reading.view.directory
        func isGood(_ number: Int) -> Bool {
            reading.board.isGood(token: TokenID(rawValue: UInt32(number)), at: reading.now)
        }
        let numbers = (0..<directory.tokens.count).map { $0 + 1 }.filter { query.withEnded || isGood($0) }
        return try page(query.page, of: "tokens1", numbers) { number in
            let token = directory.tokens[number - 1]
            let post = directory.post(token.post)
            let unit = post?.unit ?? .none
            return TokenItem(
                token: token.id, post: post?.code ?? "", unit: reading.names.code(of: unit), title: post?.title ?? "",
                unitName: reading.names.name(of: unit), person: token.person,
                role: reading.board.role(of: token.post).rawValue, label: token.label, readOnly: token.isReadOnly,
                issuedAt: token.issuedAt.text, expires: token.expires.text, revoked: token.isRevoked,
                good: isGood(number))
        }
    }
}
