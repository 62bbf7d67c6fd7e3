import MusterDomain

/// Writes the JSON of the commands that come most often without the detours of `Encodable`: the same bytes as
/// ``DigestEncoder``, which does the rest. Keys stand in the order of their bytes; texts are null.
struct DigestWriter {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(320) }

    // MARK: Members

    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// A key behind the first one of its object.
    private mutating func key(_ name: String) {
        bytes.append(UInt8(ascii: ","))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: name.utf8)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func member(_ name: String, _ value: Int64) {
        key(name)
        integer(value)
    }

    mutating func member(_ name: String, _ value: String) {
        key(name)
        DigestText.write(value, to: &bytes)
    }

    mutating func member(_ name: String, _ value: Bool) {
        key(name)
        raw(value ? "true" : "false")
    }

    mutating func text(_ name: String) {
        key(name)
        raw("null")
    }

    mutating func member(_ name: String, _ code: some Code) { member(name, code.name) }
    mutating func member(_ name: String, _ id: some DenseID) { member(name, Int64(id.rawValue)) }
    mutating func member(_ name: String, _ moment: Instant) { member(name, moment.milliseconds) }

    mutating func optional(_ name: String, _ value: Int?) { if let value { member(name, Int64(value)) } }
    mutating func optional(_ name: String, _ value: String?) { if let value { member(name, value) } }
    mutating func optional(_ name: String, _ value: Instant?) { if let value { member(name, value) } }
    mutating func optional(_ name: String, _ value: (some DenseID)?) { if let value { member(name, value) } }
    mutating func optionalText(_ name: String, _ value: Text?) { if value != nil { text(name) } }

    mutating func integer(_ value: Int64) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    // MARK: The whole

    /// Nil for a command that the general encoder has to write.
    static func bytes(
        of command: Command, by unit: UnitID, entered: BackEntry, occurred: Instant?
    ) -> [UInt8]? {
        var writer = DigestWriter()
        writer.raw("{\"command\":{\"")
        guard writer.write(command) else { return nil }
        writer.raw("}},\"entered\":{")
        let start = writer.bytes.count
        writer.optional("claimedAt", entered.claimedAt)
        writer.optional("onBehalfOf", entered.onBehalfOf)
        if let via = entered.via { writer.member("via", via) }
        writer.dropComma(at: start)
        writer.raw("}")
        writer.optional("occurred", occurred)
        writer.member("unit", unit)
        writer.raw("}")
        return writer.bytes
    }

    /// The first member of an object has no comma in front.
    mutating func dropComma(at place: Int) {
        if place < bytes.count { bytes.remove(at: place) }
    }
}
