import EventLog
import MusterDomain

/// A member of an entry's data on its way into the entry.
struct Member {
    enum Value {
        case string(String)
        case integer(Int64)
        case bool(Bool)
        case moment(Int64)
        /// 44 characters of base64.
        case commitment([UInt8])
        /// The commitments of an entry's texts, in the order of their keys.
        case words([Member])
    }

    private let key: String
    private let rank: Int
    private let value: Value

    init(_ spelling: FieldSpelling, _ value: Value) {
        key = spelling.key
        rank = spelling.rank
        self.value = value
    }

    /// In the order of the keys, of which there are a handful.
    static func sorted(_ members: [Member]) -> [Member] {
        var members = members
        for index in members.indices.dropFirst() {
            var place = index
            while place > 0, members[place - 1].rank > members[place].rank {
                members.swapAt(place - 1, place)
                place -= 1
            }
        }
        return members
    }

    func write(to writer: inout CanonicalWriter) {
        writer.key(key)
        switch value {
        case .string(let text): writer.string(text)
        case .integer(let number): writer.integer(number)
        case .bool(let flag): writer.bool(flag)
        case .moment(let milliseconds): writer.moment(milliseconds)
        case .commitment(let bytes): writer.plain(bytes)
        case .words(let members):
            writer.open()
            for member in members { member.write(to: &writer) }
            writer.close()
        }
    }
}

/// What an entry needs to know of a field, looked up once for an operand.
struct FieldSpelling {
    var key: String
    /// The key's place among all keys that data may have.
    var rank: Int
    var type: FieldType
    var slot: Slot?

    private static let keys = (Field.allCases.map(\.rawValue) + [Envelope.wordsKey]).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
    }

    private static let table = Dictionary(
        uniqueKeysWithValues: Field.allCases.map { field in
            let rank = keys.firstIndex(of: field.rawValue) ?? keys.count
            return (field, FieldSpelling(key: field.rawValue, rank: rank, type: field.type, slot: field.slot))
        })

    /// The commitments of all texts.
    static let words = FieldSpelling(
        key: Envelope.wordsKey, rank: keys.firstIndex(of: Envelope.wordsKey) ?? keys.count, type: .words, slot: nil)

    static func of(_ field: Field) -> FieldSpelling {
        guard let spelling = table[field] else { preconditionFailure("the table has every field, and not \(field)") }
        return spelling
    }
}

/// The types of events as entries spell them, put together once.
enum EventTypes {
    private static let names: [String] = {
        var table = [String](repeating: "", count: Int(EventKind.allCases.map(\.rawValue).max() ?? 0) + 1)
        for kind in EventKind.allCases { table[Int(kind.rawValue)] = kind.type }
        return table
    }()

    static func name(of kind: EventKind) -> String { names[Int(kind.rawValue)] }
}
