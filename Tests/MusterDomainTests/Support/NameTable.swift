@testable import MusterDomain

/// Names numbered in the order of first appearance, as the log does it.
struct NameTable: NameLookup, Equatable {
    private var numbers: [NamedThing: [String: UInt32]] = [:]
    private var unitNames: [[String]] = []
    private var isActive: [Bool] = []
    /// The texts of every event, erased or not.
    private var texts: [EntryTexts] = []

    func texts(at position: UInt64) -> EntryTexts? { texts.first { $0.position == position } }

    func texts(of whistle: WhistleID) -> [EntryTexts] {
        texts.filter { $0.whistle == whistle && !$0.fields.isEmpty }
    }

    /// Notes which texts an event has.
    mutating func note(_ event: Event, at position: UInt64, revision: UInt32) {
        texts.append(
            EntryTexts(
                position: position, whistle: event.whistle, entry: revision,
                fields: TextField.allCases.filter { event[$0.field] != nil }))
    }

    func number(of name: String, as thing: NamedThing) -> UInt32? { numbers[thing]?[name] }

    func unit(called name: String) -> UnitID? {
        unitNames.indices.first { isActive[$0] && unitNames[$0].contains(name) }
            .map { UnitID(rawValue: UInt32($0 + 1)) }
    }

    mutating func intern(_ name: String, as thing: NamedThing) -> UInt32 {
        let next = UInt32((numbers[thing]?.count ?? 0) + 1)
        return numbers[thing, default: [:]][name]
            ?? {
                numbers[thing, default: [:]][name] = next
                return next
            }()
    }

    /// Follows the names of units, which stand in no fold row.
    mutating func follow(_ event: Event, unit: UInt32) {
        func text(_ field: Field) -> String {
            if case .text(let text)? = event[field] { text } else { "" }
        }
        switch event.kind {
        case .unitRegistered:
            unitNames.append([text(.fullName), text(.shortName)])
            isActive.append(true)
        case .unitRenamed: unitNames[Int(unit) - 1] = [text(.fullName), text(.shortName)]
        case .unitRetired: isActive[Int(unit) - 1] = false
        default: break
        }
    }
}
