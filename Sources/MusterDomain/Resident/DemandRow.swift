/// A resident's demand that is linked to a whistle.
public struct DemandRow: Numbered {
    static var thing: StaticString { "demand" }

    var previous: UInt32 = 0
    /// Of which whistle.
    public internal(set) var whistle: WhistleID
    /// Its number within the whistle, from 1.
    public internal(set) var item: UInt32
    /// The other system's case number.
    public internal(set) var reference: UInt32
    /// What following up has come to.
    public internal(set) var contact = Contact()

    func dump(_ put: (Int64) -> Void) {
        put(Int64(whistle.rawValue))
        put(Int64(item))
        put(Int64(reference))
        contact.dump(put)
    }
}
