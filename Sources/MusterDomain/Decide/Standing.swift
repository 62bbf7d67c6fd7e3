/// What a unit is to a whistle. A unit can be several things at once.
public struct Standing: OptionSet, Sendable, Hashable {
    /// One bit for each.
    public let rawValue: UInt16
    /// A set by its bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// It blew the whistle.
    public static let raiser = Standing(rawValue: 1 << 0)
    /// It has a live call.
    public static let called = Standing(rawValue: 1 << 1)
    /// It has a live call and has reported in.
    public static let arrived = Standing(rawValue: 1 << 2)
    /// It answers for the result.
    public static let lead = Standing(rawValue: 1 << 3)
    /// It is the command centre.
    public static let centre = Standing(rawValue: 1 << 4)
    /// It is a community of the street that blew the whistle.
    public static let community = Standing(rawValue: 1 << 5)

    /// The names of the members, for sentences.
    public var names: [String] {
        let all: [(Standing, String)] = [
            (.raiser, "raiser"), (.called, "called"), (.arrived, "arrived"), (.lead, "lead"), (.centre, "centre"),
            (.community, "community"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}

extension WhistleAct {
    /// Who may do it: the one table of business rights. An inspection has a rule of its own besides, see
    /// `Decider.inspect`, and a ruling on a back entry belongs to the other side.
    public var allowed: Standing {
        switch self {
        case .approve: [.raiser, .centre]
        case .linkDemand: [.raiser, .centre]
        case .withdraw: [.raiser]
        case .dispatch: [.raiser, .centre, .lead]
        case .recall, .cancelCall, .transferLead: [.raiser, .centre]
        case .deliver, .acknowledge, .reportIn, .object: [.called]
        case .arbitrate: [.centre]
        case .formGroup: [.raiser, .centre, .lead]
        case .leadGroup: [.raiser, .centre, .lead]
        case .changeMembers: [.raiser, .lead, .arrived]
        case .convene, .holdMeeting, .amendMinutes, .cancelMeeting: [.raiser, .lead, .centre]
        case .assignTask: [.raiser, .lead]
        case .workOnTask: [.raiser, .lead, .arrived, .community]
        case .attach: [.raiser, .called, .lead, .centre, .community]
        case .correct: [.raiser, .centre]
        case .ruleOnEntry: [.raiser, .called, .centre]
        case .claimDone: [.lead]
        case .accept, .sendBack: [.raiser, .centre, .community]
        case .followUp, .closeVerified, .closeOtherwise: [.centre]
        case .reopen: [.raiser, .centre]
        case .evaluate: [.raiser, .arrived]
        case .closeImported: [.centre]
        }
    }
}

extension Board {
    /// Who inspects: the street; where it led the work itself, the centre or one of its communities.
    public func inspectors(of whistle: WhistleID) -> Standing {
        answerableUnit(of: whistle) == whistles[whistle].raiser ? [.centre, .community] : [.raiser]
    }

    /// What following up has come to with everybody who is to be asked: each linked demand, or else the matter itself.
    public func contacts(of whistle: WhistleID) -> [Contact] {
        let demands = demands(of: whistle)
        return demands.isEmpty ? [whistles[whistle].contact] : demands.map(\.contact)
    }

    /// What a unit is to a whistle.
    public func standing(of unit: UnitID, in whistle: WhistleID) -> Standing {
        let row = whistles[whistle]
        var standing: Standing = []
        if row.raiser == unit { standing.insert(.raiser) }
        if let call = call(of: unit, in: whistle), call.state.isLive {
            standing.insert(.called)
            if call.state.hasArrived { standing.insert(.arrived) }
        }
        if answerableUnit(of: whistle) == unit { standing.insert(.lead) }
        if units.contains(unit) {
            if units[unit].kind == .centre { standing.insert(.centre) }
            if units[unit].kind == .community, units[unit].parent == row.raiser { standing.insert(.community) }
        }
        return standing
    }
}
