public import EventLog
public import MusterDomain

/// Everything that the log knows by name, numbered in the order of first appearance.
///
/// Kept by the writer alone: it is the table that turns names into the numbers of fold rows.
struct Names: Sendable {
    private var texts: [[String]]
    private var numbers: [[String: UInt32]]
    /// The names given since the journal was last taken, in order.
    private var journal: [NewName] = []

    init() {
        texts = Array(repeating: [], count: NamedThing.allCases.count + 1)
        numbers = Array(repeating: [:], count: NamedThing.allCases.count + 1)
    }

    /// The number of a name, given now if the log has never met it. Numbers begin at 1.
    mutating func intern(_ text: String, as thing: NamedThing) -> UInt32 {
        let space = Int(thing.rawValue)
        if let known = numbers[space][text] { return known }
        let number = UInt32(texts[space].count + 1)
        add(text, as: thing)
        journal.append(NewName(space: thing.space, number: number, text: text))
        return number
    }

    /// Notes the name of a new stream, of which the log keeps the list.
    mutating func open(stream: UInt32, named name: String) {
        journal.append(NewName(space: .stream, number: stream, text: name))
    }

    func number(of text: String, as thing: NamedThing) -> UInt32? { numbers[Int(thing.rawValue)][text] }

    func text(of number: UInt32, as thing: NamedThing) -> String? {
        let list = texts[Int(thing.rawValue)]
        return number >= 1 && number <= list.count ? list[Int(number) - 1] : nil
    }

    /// Takes over names as a store lists them.
    mutating func load(_ list: [String], as thing: NamedThing) {
        for text in list { add(text, as: thing) }
    }

    // MARK: Undoing

    /// A point to go back to.
    var mark: Int { journal.count }

    /// Forgets the names given since a point.
    mutating func rollBack(to mark: Int) {
        while journal.count > mark {
            let name = journal.removeLast()
            guard name.space != .stream else { continue }
            texts[Int(name.space.rawValue)].removeLast()
            numbers[Int(name.space.rawValue)][name.text] = nil
        }
    }

    /// The names given since the last call, which now belong to a batch.
    mutating func takeJournal() -> [NewName] {
        defer { journal = [] }
        return journal
    }

    private mutating func add(_ text: String, as thing: NamedThing) {
        let space = Int(thing.rawValue)
        texts[space].append(text)
        numbers[space][text] = UInt32(texts[space].count)
    }
}

extension NamedThing {
    /// The space of the store that lists these names.
    public var space: NameSpace { NameSpace(rawValue: rawValue) }
}
