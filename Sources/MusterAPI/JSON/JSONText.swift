/// A resource that writes its own JSON, member by member: for those that are asked for so often that the way through a
/// general encoder costs more than making the answer. What it writes is what ``JSONValue/init(encoding:)`` would make.
public protocol JSONWritable: Encodable {
    /// Appends the resource.
    func write(to text: inout JSONText)
}

/// JSON that is being written.
public struct JSONText: Sendable {
    /// What is written so far, as UTF-8.
    public private(set) var bytes: [UInt8] = []
    private var isFirst = true

    init() { bytes.reserveCapacity(2_048) }

    /// Appends an object with the members that `body` appends.
    mutating func object(_ body: (inout JSONText) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        body(&self)
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    private mutating func begin(_ name: String) {
        bytes.append(contentsOf: (isFirst ? "\"" : ",\"").utf8)
        isFirst = false
        bytes.append(contentsOf: name.utf8)
        bytes.append(contentsOf: "\":".utf8)
    }

    private mutating func null() { bytes.append(contentsOf: "null".utf8) }

    /// Appends a member; its name has nothing to escape.
    mutating func member(_ name: String, _ value: String?) {
        begin(name)
        if let value { JSONValue.write(value, to: &bytes) } else { null() }
    }

    /// Appends a member.
    mutating func member(_ name: String, _ value: (some BinaryInteger)?) {
        begin(name)
        if let value { bytes.append(contentsOf: String(value).utf8) } else { null() }
    }

    /// Appends a member.
    mutating func member(_ name: String, _ value: Bool) {
        begin(name)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Appends a member.
    mutating func member(_ name: String, _ value: (some JSONWritable)?) {
        begin(name)
        if let value { value.write(to: &self) } else { null() }
    }

    /// Appends a list.
    mutating func member(_ name: String, _ values: [some JSONWritable]) {
        list(name, values) { $1.write(to: &$0) }
    }

    /// Appends a list.
    mutating func member(_ name: String, _ values: [String]) {
        list(name, values) { JSONValue.write($1, to: &$0.bytes) }
    }

    private mutating func list<Value>(_ name: String, _ values: [Value], _ write: (inout JSONText, Value) -> Void) {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, value)
        }
        bytes.append(UInt8(ascii: "]"))
        isFirst = false
    }
}

extension Page: JSONWritable where Item: JSONWritable {
    /// The items, where the next page begins, and how many there are.
    public func write(to text: inout JSONText) {
        text.object { text in
            text.member("items", items)
            text.member("nextCursor", nextCursor)
            text.member("count", count)
            text.member("past", past)
        }
    }
}

extension ShownPast: JSONWritable {
    /// All members in their order.
    public func write(to text: inout JSONText) {
        text.object { text in
            text.member("bound", bound)
            text.member("position", position)
            text.member("at", at)
        }
    }
}

extension InboxItem: JSONWritable {
    /// All members in their order.
    public func write(to text: inout JSONText) {
        text.object { text in
            text.member("unit", unit)
            text.member("whistle", whistle)
            text.member("duty", duty)
            text.member("call", call)
            text.member("task", task)
            text.member("about", about)
            text.member("since", since)
            text.member("due", due)
            text.member("light", light)
            text.member("title", title)
            text.member("text", self.text)
            text.member("aboutName", aboutName)
        }
    }
}

extension ActReceipt: JSONWritable {
    /// All members in their order.
    public func write(to text: inout JSONText) {
        text.object { text in
            text.member("commandId", commandId)
            text.member("whistle", whistle)
            text.member("revision", revision)
            text.member("first", first)
            text.member("last", last)
            text.member("leaves", leaves)
            text.member("repeated", repeated)
            text.member("dryRun", dryRun)
            text.member("events", events)
            text.member("entries", entries)
            text.member("message", message)
            text.member("next", next)
            text.member("token", token)
        }
    }
}

extension ReceiptEntry: JSONWritable {
    /// All members in their order.
    public func write(to text: inout JSONText) {
        text.object { text in
            text.member("id", id)
            text.member("type", type)
            text.member("sentence", sentence)
        }
    }
}
