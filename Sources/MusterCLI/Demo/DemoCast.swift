import MusterAPI
import MusterDomain

/// Who takes part.
///
/// The raw value is the unit's code; the first is the one that a new ledger gives the centre.
///
/// Real in the published case are the district, the street, the compound, the legacy office, the planning authority,
/// the working group, the coordination meeting, and that it was solved. Invented are the community, the wrongly called
/// bureau, the centre's part, all persons, dates, limits, numbers, tasks and scores.
enum DemoUnit: String, CaseIterable {
    case centre = "U0001"
    case street = "DYT"
    case community = "JYYD"
    case legacy = "QCY"
    case planning = "ZGJ"
    case housing = "ZJJ"

    var kind: UnitKind {
        switch self {
        case .centre: .centre
        case .street: .street
        case .community: .community
        case .legacy, .housing: .department
        case .planning: .dispatchedAgency
        }
    }

    var parent: DemoUnit? { self == .community ? .street : nil }

    /// Whether it took part in the real case.
    var isReal: Bool {
        switch self {
        case .street, .legacy, .planning: true
        case .centre, .community, .housing: false
        }
    }

    var shortName: String { "demo.unit.\(self)" }
    var fullName: String { "demo.unit.\(self).full" }
}

/// The posts that act.
///
/// The raw value is the post's code; the first is the one that a new ledger makes.
enum DemoPost: String, CaseIterable {
    case duty = "P0001"
    case chief = "DYT-1"
    case clerk = "DYT-2"
    case steward = "JYYD-1"
    case legacy = "QCY-1"
    case planning = "ZGJ-1"
    case housing = "ZJJ-1"

    var unit: DemoUnit {
        switch self {
        case .duty: .centre
        case .chief, .clerk: .street
        case .steward: .community
        case .legacy: .legacy
        case .planning: .planning
        case .housing: .housing
        }
    }

    var isChief: Bool { self == .chief }

    /// A staff number; all are invented.
    var person: String { "S-\(rawValue)" }

    var title: String { "demo.post.\(self)" }

    /// As it would be typed after `--as`.
    var typed: String { "\(unit.rawValue)/\(rawValue)" }
}

extension DemoStory {
    /// The centre, which the ledger begins with, registers everybody else.
    static var cast: DemoChapter {
        let units = DemoUnit.allCases.filter { $0 != .centre }.map { unit in
            DemoStep("2023-02-13 08:30", .duty) { scene in
                ActRequest(
                    .unitRegister,
                    [
                        "code": .string(unit.rawValue), "kind": .string(unit.kind.name),
                        "fullName": .string(scene.say(unit.fullName)), "shortName": .string(scene.say(unit.shortName)),
                        "parent": unit.parent.map { scene.unit($0) },
                    ]
                )
            }
        }
        let posts = DemoPost.allCases.filter { $0 != .duty }.map { post in
            DemoStep("2023-02-13 08:40", .duty) { scene in
                ActRequest(
                    .postAssign,
                    [
                        "code": .string(post.rawValue), "unit": scene.unit(post.unit),
                        "title": .string(scene.say(post.title)), "person": .string(post.person),
                        "chief": .bool(post.isChief),
                    ]
                )
            }
        }
        return DemoChapter("cast", units + posts)
    }
}
