import MusterDomain

/// What a matter has in it, drawn when it begins. What becomes of it also depends on the board.
struct Plan {
    /// How the handling ends, unless it is worked off.
    enum Ending { case worked, withdrawn, explained, otherChannel, terminated }

    var kind: WhistleKind
    var ending: Ending
    /// Residents' demands to be linked.
    var demands: Int
    /// Meetings to be convened.
    var meetings: Int
    /// Tasks that no meeting decides.
    var tasks: Int
    /// Whether a working group is formed, and what happens in it.
    var hasGroup: Bool
    var joins: Int
    var leaves: Bool
    var designates: Bool
    var handsOver: Bool
    /// Units called later.
    var furtherCalls: Int
    var transfersLead: Bool
    var files: Int
    var corrections: Int
    /// Whether an emergency is approved after the fact.
    var isApproved: Bool
    /// Whether there is nobody to ask.
    var hasNoResident: Bool
    var evaluates: Bool
    var reopens: Bool
    /// Whether the time that the work itself takes has gone by.
    var isWorkedOff = false

    init(_ chance: inout Chance) {
        kind = chance.pick([(62, .routine), (10, .tough), (6, .emergency), (14, .enforcement), (8, .keyWork)])
        let isHard = kind == .tough || kind == .keyWork
        ending = chance.pick([
            (932, .worked), (18, .withdrawn), (25, .explained), (15, .otherChannel), (10, .terminated),
        ])
        hasNoResident = chance.happens(120)
        demands = hasNoResident ? 0 : chance.pick([(52, 0), (36, 1), (9, 2), (3, 3)])
        meetings = chance.pick(isHard ? [(40, 0), (45, 1), (15, 2)] : [(95, 0), (5, 1)])
        tasks = chance.pick(isHard ? [(60, 0), (30, 1), (10, 2)] : [(92, 0), (8, 1)])
        hasGroup = chance.happens(isHard ? 400 : 40)
        joins = chance.within(0...2)
        leaves = chance.happens(400)
        designates = chance.happens(150)
        handsOver = chance.happens(150)
        furtherCalls = chance.happens(isHard ? 200 : 40) ? 1 : 0
        transfersLead = chance.happens(25)
        files = chance.pick([(75, 0), (20, 1), (5, 2)])
        corrections = chance.happens(30) ? 1 : 0
        isApproved = chance.happens(850)
        evaluates = chance.happens(350)
        reopens = chance.happens(25)
    }
}
