/// What the rules may ask of the log itself: names, and which texts an entry has.
public protocol NameLookup {
    /// The number of a name, nil if the log has never met it.
    func number(of name: String, as thing: NamedThing) -> UInt32?
    /// The active unit that is called so, by its full or its short name.
    func unit(called name: String) -> UnitID?
    /// Which texts the entry at a position has, erased or not; nil if the log has no such entry.
    func texts(at position: UInt64) -> EntryTexts?
    /// Which texts the entries of a whistle have, those without any left out, oldest first.
    func texts(of whistle: WhistleID) -> [EntryTexts]
}

extension NameLookup {
    /// Nobody has looked.
    public func texts(at position: UInt64) -> EntryTexts? { nil }
    /// Nobody has looked.
    public func texts(of whistle: WhistleID) -> [EntryTexts] { [] }
}
