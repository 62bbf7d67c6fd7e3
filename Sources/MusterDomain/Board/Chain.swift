/// The children of one whistle in a table that holds the children of all: a list linked backwards.
public struct Chain: Hashable, Sendable, BitwiseCopyable {
    var last: UInt32 = 0
    /// How many there are. Children are numbered from 1 in the order of their making.
    public internal(set) var count: UInt32 = 0
}

/// A chain of children that have no numbers, and of which nobody asks how many there are.
struct Trail: Hashable, Sendable, BitwiseCopyable {
    var last: UInt32 = 0
}

/// The end of a list linked backwards.
protocol Linked: BitwiseCopyable {
    /// The place of the newest child in its table plus 1; 0 while there is none.
    var last: UInt32 { get set }
}

extension Chain: Linked {}
extension Trail: Linked {}

/// A row that stands in a chain.
protocol Chained: BoardRow {
    /// The place of the child before it plus 1; 0 for the first.
    var previous: UInt32 { get set }
}

/// A row whose chain is numbered.
protocol Numbered: Chained {
    /// What such a row stands for, in words about damage.
    static var thing: StaticString { get }
    /// Of which whistle.
    var whistle: WhistleID { get }
    /// Its number within the whistle, from 1.
    var item: UInt32 { get }
}

extension PagedTable where Row: Numbered {
    /// Adds a numbered child at the end of a chain.
    mutating func append(_ row: Row, numberedIn chain: inout Chain) {
        chain.count += 1
        append(row, to: &chain)
    }

    /// The index of child number `item` of a whistle, nil if it has none such. Cost: O(younger children), O(1) for
    /// children that were made together.
    @inline(__always)
    func index(of item: UInt32, in chain: Chain, of whistle: WhistleID) -> Int? {
        guard item >= 1, item <= chain.count else { return nil }
        // Children that were made together stand together.
        let likely = Int(chain.last) - 1 - Int(chain.count - item)
        if likely >= 0, self[likely].item == item, self[likely].whistle == whistle { return likely }
        return searchedIndex(of: item, in: chain)
    }

    @inline(never)
    private func searchedIndex(of item: UInt32, in chain: Chain) -> Int {
        var next = chain.last
        for _ in 0..<(chain.count - item) { next = self[Int(next) - 1].previous }
        return Int(next) - 1
    }

    /// The index of the child that a row names.
    @inline(__always)
    func place(_ item: UInt32, in chain: Chain, of whistle: WhistleID) throws(FoldError) -> Int {
        guard let index = index(of: item, in: chain, of: whistle) else { throw .missing(Row.thing, item) }
        return index
    }
}

extension PagedTable where Row: Chained {
    /// Adds a child at the end of a chain and returns its index in the table.
    @discardableResult
    mutating func append(_ row: Row, to chain: inout some Linked) -> Int {
        var row = row
        row.previous = chain.last
        let index = append(row)
        chain.last = UInt32(index + 1)
        return index
    }

    /// The index of the newest child that satisfies a condition. Cost: O(children of this whistle).
    func lastIndex(in chain: some Linked, where condition: (borrowing Row) -> Bool) -> Int? {
        var next = chain.last
        while next != 0 {
            let index = Int(next) - 1
            if condition(self[index]) { return index }
            next = self[index].previous
        }
        return nil
    }

    /// Changes every child of a chain.
    mutating func update(_ chain: some Linked, _ change: (inout Row) -> Void) {
        var next = chain.last
        while next != 0 {
            let index = Int(next) - 1
            change(&self[index])
            next = self[index].previous
        }
    }

    /// Every child of a chain, newest first, without an array of them.
    func forEach(in chain: some Linked, _ body: (borrowing Row) -> Void) {
        var next = chain.last
        while next != 0 {
            let index = Int(next) - 1
            body(self[index])
            next = self[index].previous
        }
    }

    /// How many children a chain has. Cost: O(children).
    func count(in chain: some Linked) -> Int {
        var count = 0
        forEach(in: chain) { _ in count += 1 }
        return count
    }

    /// The children of a chain, oldest first.
    func rows(in chain: some Linked) -> [Row] {
        var found: [Row] = []
        forEach(in: chain) { found.append(copy $0) }
        found.reverse()
        return found
    }
}
