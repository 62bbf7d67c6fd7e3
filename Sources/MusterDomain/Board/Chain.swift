/// The children of one whistle in a table that holds the children of all: a list linked backwards.
public struct Chain: Hashable, Sendable, BitwiseCopyable {
    /// The place of the newest child in its table plus 1; 0 while there is none.
    var last: UInt32 = 0
    /// How many there are. Children are numbered from 1 in the order of their making.
    public internal(set) var count: UInt32 = 0
}

/// A row that stands in a chain.
protocol Chained: BoardRow {
    /// The place of the child before it plus 1; 0 for the first.
    var previous: UInt32 { get set }
}

extension PagedTable where Row: Chained {
    /// Adds a child at the end of a chain and returns its index in the table.
    @discardableResult
    mutating func append(_ row: Row, to chain: inout Chain) -> Int {
        var row = row
        row.previous = chain.last
        let index = append(row)
        chain.last = UInt32(index + 1)
        chain.count += 1
        return index
    }

    /// The index of the newest child that satisfies a condition. Cost: O(children of this whistle).
    func lastIndex(in chain: Chain, where condition: (Row) -> Bool) -> Int? {
        var next = chain.last
        while next != 0 {
            let index = Int(next) - 1
            let row = self[index]
            if condition(row) { return index }
            next = row.previous
        }
        return nil
    }

    /// The index of child number `item`, counted from 1.
    func index(of item: Int, in chain: Chain) -> Int? {
        guard item >= 1, item <= Int(chain.count) else { return nil }
        var next = chain.last
        for _ in 0..<(Int(chain.count) - item) { next = self[Int(next) - 1].previous }
        return Int(next) - 1
    }

    /// Changes every child of a chain.
    mutating func update(_ chain: Chain, _ change: (inout Row) -> Void) {
        var next = chain.last
        while next != 0 {
            let index = Int(next) - 1
            change(&self[index])
            next = self[index].previous
        }
    }

    /// Every child of a chain, newest first, without an array of them.
    func forEach(in chain: Chain, _ body: (Row) -> Void) {
        var next = chain.last
        while next != 0 {
            let row = self[Int(next) - 1]
            body(row)
            next = row.previous
        }
    }

    /// The children of a chain, oldest first.
    func rows(in chain: Chain) -> [Row] {
        var found: [Row] = []
        found.reserveCapacity(Int(chain.count))
        var next = chain.last
        while next != 0 {
            let row = self[Int(next) - 1]
            found.append(row)
            next = row.previous
        }
        return found.reversed()
    }
}
