import EventLog
import MusterDomain
import MusterEngine

/// Acts of many kinds on the matters of a hall, from a seed; those that a rule refuses are passed over.
struct RandomStory {
    var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    /// Lets some time pass and does one thing.
    mutating func go(on hall: Hall) async {
        hall.advance(.minutes(Int64.random(in: 1...600, using: &random)))
        let count = hall.ledger.view.board.whistles.count
        if count == 0 || count < 8 && Int.random(in: 0..<6, using: &random) == 0 {
            _ = try? await hall.raise(Text(normalised: "事项\(count)"), support: [.planning], by: .northClerk)
            return
        }
        let id = WhistleID(rawValue: UInt32.random(in: 1...UInt32(count), using: &random))
        // A few tries, so that most steps leave something.
        for _ in 0..<6 {
            let size = hall.ledger.view.board.size
            let (command, seat) = act(on: id, at: hall.now)
            _ = try? await hall.submit(command, by: seat)
            if hall.ledger.view.board.size > size { return }
        }
    }

    private mutating func act(on id: WhistleID, at now: Instant) -> (Command, Seat) {
        let department: (seat: Seat, unit: UnitID) =
            Bool.random(using: &random) ? (.housing, .housing) : (.planning, .planning)
        return switch Int.random(in: 0..<13, using: &random) {
        case 0: (.acknowledge(id), department.seat)
        case 1, 2: (.reportIn(id, person: nil, mode: .onSite), department.seat)
        case 3: (.linkDemand(id, reference: "12345:\(Int.random(in: 1...9, using: &random))"), .northClerk)
        case 4:
            (
                .correct(
                    id, entry: 1, field: "subject", correction: Text(normalised: "更正\(now.milliseconds)"), reason: "补充"),
                .northClerk
            )
        case 5: (.assignTask(id, .planning, due: now + .hours(20), proofNeeded: false, duty: "核对"), .northClerk)
        case 6: (.acceptTask(id, task: 1), .planning)
        case 7: (.completeTask(id, task: 1, note: "已核对"), .planning)
        case 8: (.claimDone(id, .solved, summary: "已办"), .housing)
        case 9: (.inspect(id, .accept, note: "属实"), .northClerk)
        case 10: (.inspect(id, .rework, note: "不实"), .northClerk)
        case 11: (.followUp(id, demand: nil, .reached, .yes, satisfaction: 5, note: "满意"), .centre)
        default: (.close(id, .solved, reason: "核查通过"), .centre)
        }
    }
}

/// The generator SplitMix64, by Guy Steele, Doug Lea and Christine Flood.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
