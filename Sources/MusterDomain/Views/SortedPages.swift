/// Values in order, none twice, in pages: a copy costs O(1), and a change to a shared one copies one page and the list of
/// pages.
struct SortedPages<Element: Comparable & Sendable>: Sendable {
    /// How many values a page holds at most.
    private static var limit: Int { 256 }

    /// None is empty, and each page's values stand before the next one's.
    private var pages: [[Element]] = []

    init() {}

    /// Values in any order, none twice. Cost: O(n log n).
    init(_ values: [Element]) {
        let sorted = values.sorted()
        var start = 0
        while start < sorted.count {
            let end = min(sorted.count, start + Self.limit / 2)
            pages.append(Array(sorted[start..<end]))
            start = end
        }
    }

    /// All values in order.
    var values: [Element] { Array(pages.joined()) }

    /// Adds a value that is not there. Cost: O(log n + page), and O(n / page) where a page overflows.
    mutating func insert(_ value: Element) {
        guard !pages.isEmpty else {
            pages = [[value]]
            return
        }
        let page = min(Self.place(of: value, in: pages) { $0[$0.count - 1] }, pages.count - 1)
        pages[page].insert(value, at: Self.place(of: value, in: pages[page]) { $0 })
        if pages[page].count > Self.limit {
            let rest = Array(pages[page][(Self.limit / 2)...])
            pages[page].removeSubrange((Self.limit / 2)...)
            pages.insert(rest, at: page + 1)
        }
    }

    /// Takes a value out; one that is not there is a mistake and traps.
    mutating func remove(_ value: Element) {
        let page = Self.place(of: value, in: pages) { $0[$0.count - 1] }
        precondition(page < pages.count, "\(value) is not there")
        let place = Self.place(of: value, in: pages[page]) { $0 }
        precondition(place < pages[page].count && pages[page][place] == value, "\(value) is not there")
        pages[page].remove(at: place)
        if pages[page].isEmpty {
            pages.remove(at: page)
        } else if page + 1 < pages.count, pages[page].count + pages[page + 1].count <= Self.limit / 2 {
            pages[page] += pages[page + 1]
            pages.remove(at: page + 1)
        }
    }

    /// The first place whose key is not before a value.
    private static func place<Item>(
        of value: Element, in items: [Item], _ key: (Item) -> Element
    ) -> Int {
        var (low, high) = (0, items.count)
        while low < high {
            let middle = (low + high) / 2
            if key(items[middle]) < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
