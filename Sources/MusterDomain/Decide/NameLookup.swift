/// What the rules may ask about names; the names themselves lie with the log.
public protocol NameLookup {
    /// The number of a name, nil if the log has never met it.
    func number(of name: String, as thing: NamedThing) -> UInt32?
    /// The active unit that is called so, by its full or its short name.
    func unit(called name: String) -> UnitID?
}
