import MusterAPI

extension Session {
    /// Walks through a list page by page and hands over its items as they come.
    /// - Parameters:
    ///   - most: At most so many items; nil for all of them.
    ///   - fetch: Asks for one page.
    ///   - take: Gets the items of each page.
    /// - Returns: How many items the list has in all.
    @discardableResult
    func walk<Item>(
        most: Int? = nil, _ fetch: (PageQuery) async throws -> Page<Item>, _ take: ([Item]) throws -> Void
    ) async throws -> Int {
        var left = most ?? .max
        var cursor: String?
        while true {
            // Even a list of which nothing is to be shown says how long it is.
            let page = try await fetch(PageQuery(limit: min(max(left, 1), largestPage), cursor: cursor))
            let items = page.items.prefix(left)
            try take(Array(items))
            left -= items.count
            cursor = page.nextCursor
            if cursor == nil || left <= 0 { return page.count }
        }
    }

    /// All items of a list.
    func all<Item>(_ fetch: (PageQuery) async throws -> Page<Item>) async throws -> [Item] {
        var items: [Item] = []
        try await walk(fetch) { items += $0 }
        return items
    }

    /// The most items of a page: whoever holds the file may ask for more.
    private var largestPage: Int {
        if case .server? = place { PageQuery.limits.upperBound } else { PageQuery.localLimits.upperBound }
    }
}
