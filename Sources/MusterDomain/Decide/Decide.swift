/// Decides a command on a board: the events that it leaves, or why it is refused.
///
/// Pure: the same command on the same board at the same moment gives the same events. An empty list means that
/// what was asked for is so already.
/// - Parameters:
///   - command: What is asked.
///   - actor: Who asks.
///   - entered: How and for whom the act is entered afterwards, if it is.
///   - confirmsNumbers: Whether the caller has confirmed that a number in a text is not a person's.
///   - board: The state on which it is decided.
///   - names: What the log knows by name.
///   - policy: The limits that hold where the command names none.
///   - now: The moment at which it will be recorded.
public func decide(
    _ command: Command, by actor: Actor, entered: BackEntry = BackEntry(), confirmsNumbers: Bool = false,
    on board: Board, names: some NameLookup, policy: Policy, at now: Instant
) throws(Refusal) -> [Event] {
    let decider = Decider(
        board: board, policy: policy, now: now, actor: actor, party: entered.onBehalfOf ?? actor.unit,
        entered: entered, names: names)
    try decider.checkActor()
    try decider.checkRole(of: command)
    try decider.checkEntry(of: command)
    var events = try decider.events(of: command)
    for index in events.indices {
        try checkTexts(of: events[index], confirmsNumbers: confirmsNumbers)
        if entered.isPresent { events[index].mark(entered) }
    }
    return events
}

/// Everything a rule may look at.
struct Decider<Names: NameLookup> {
    let board: Board
    let policy: Policy
    let now: Instant
    let actor: Actor
    /// The unit whose act it is: the actor's own, or the one on whose behalf it is entered.
    let party: UnitID
    let entered: BackEntry
    let names: Names

    // MARK: What every rule needs

    func whistle(_ id: WhistleID) throws(Refusal) -> WhistleRow {
        guard board.whistles.contains(id) else { throw Refusal(.noSuchWhistle) }
        return board.whistles[id]
    }

    /// The whistle, if the act is allowed to this party in its present state.
    @discardableResult
    func whistle(
        _ id: WhistleID, for act: WhistleAct, allowed: Standing? = nil
    ) throws(Refusal) -> WhistleRow {
        let row = try whistle(id)
        if row.state.transition(on: act) == .refused {
            throw Refusal(
                .wrongWhistleState, ["whistle": .whistle(id), "state": .code(row.state), "act": .code(act)])
        }
        let allowed = allowed ?? act.allowed
        if actor != .system, board.standing(of: party, in: id).isDisjoint(with: allowed) {
            let names = allowed.names.joined(separator: ",")
            throw Refusal(
                .notYours, ["whistle": .whistle(id), "act": .code(act), "unit": .unit(party), "allowed": .text(names)])
        }
        return row
    }

    func activeUnit(_ unit: UnitID) throws(Refusal) -> UnitRow {
        guard board.units.contains(unit) else { throw Refusal(.noSuchUnit) }
        guard board.units[unit].isActive else { throw Refusal(.unitRetired, ["unit": .unit(unit)]) }
        return board.units[unit]
    }

    /// Child number `item` of a whistle, counted from 1, if there is one.
    func child<Row>(_ item: Int, of rows: [Row]) -> Row? {
        item >= 1 && item <= rows.count ? rows[item - 1] : nil
    }

    /// Only who holds a post acts by it.
    func checkActor() throws(Refusal) {
        guard actor != .system else { return }
        guard board.posts.contains(actor.post) else { throw Refusal(.noSuchPost) }
        let post = board.posts[actor.post]
        guard post.isActive, post.unit == actor.unit, post.person == actor.person else { throw Refusal(.postEnded) }
    }

    /// Whether the actor's role has the right to the command, for whomever it is given.
    func checkRole(of command: Command) throws(Refusal) {
        guard actor != .system, command.isOnlyTheEngines || !board.may(command.right, by: actor.post) else { return }
        let role = board.role(of: actor.post)
        throw Refusal(
            .roleMayNot,
            ["role": .term("Role.\(role.rawValue)"), "act": .term("Right.\(command.right.rawValue)")])
    }

    func future(_ moment: Instant, _ code: RefusalCode = .dueInPast) throws(Refusal) {
        guard moment > now else { throw Refusal(code, ["moment": .moment(moment)]) }
        // A slip of the keyboard in the year, and what no entry could spell.
        guard moment <= now + .days(3_660) else { throw Refusal(.tooFarAhead, ["moment": .moment(moment)]) }
    }

    func personReference(_ person: String) throws(Refusal) -> Event.Value {
        guard isPersonReference(person) else { throw Refusal(.badPersonReference, ["text": .text(person)]) }
        return .text(person)
    }

    /// Checks how and for whom an act is entered afterwards.
    func checkEntry(of command: Command) throws(Refusal) {
        guard entered.isPresent else { return }
        guard !command.isOnlyLive else { throw Refusal(.onlyLive) }
        if let claimed = entered.claimedAt {
            guard claimed <= now else { throw Refusal(.claimedInFuture, ["moment": .moment(claimed)]) }
            if let id = command.whistle, board.whistles.contains(id),
                claims(claimed, before: board.whistles[id].raisedAt)
            {
                throw Refusal(
                    .claimedBeforeRaise,
                    ["moment": .moment(claimed), "raisedAt": .moment(board.whistles[id].raisedAt)])
            }
        }
        guard let behalf = entered.onBehalfOf, behalf != actor.unit else { return }
        // What the centre decides nobody enters for it.
        let isCentre = try activeUnit(behalf).kind == .centre
        guard !isCentre, !command.isOnesOwnWord, mayEnter(command) else {
            throw Refusal(.mayNotActFor, ["unit": .unit(behalf)])
        }
    }

    /// Whether a claimed moment lies before another. People write down minutes, so the same minute is not before.
    func claims(_ claimed: Instant, before start: Instant) -> Bool {
        claimed.milliseconds < start.milliseconds - start.milliseconds % 60_000
    }

    /// The centre enters for anybody, a whistle that came on paper included; a street for those it has called.
    private func mayEnter(_ command: Command) -> Bool {
        guard let id = command.whistle, board.whistles.contains(id) else {
            guard case .raise = command, board.units.contains(actor.unit) else { return false }
            return board.units[actor.unit].kind == .centre
        }
        return !board.standing(of: actor.unit, in: id).isDisjoint(with: [.raiser, .centre])
    }

    func events(of command: Command) throws(Refusal) -> [Event] {
        switch command {
        case .establish, .registerUnit, .renameUnit, .retireUnit, .assignPost, .endPost:
            try directory(command)
        case .issueToken, .revokeToken: try token(command)
        case .raise(let raise): try self.raise(raise)
        case .approve, .linkDemand, .withdraw: try whistle(command)
        case .dispatch, .recall, .cancelCall, .deliver, .acknowledge, .reportIn, .object, .arbitrate,
            .transferLead:
            try call(command)
        case .formGroup, .designateLead, .handOverLead, .addMember, .removeMember: try group(command)
        case .convene, .hold, .recordMinutes, .amendMinutes, .cancelMeeting: try meeting(command)
        case .assignTask, .acceptTask, .reportProgress, .completeTask, .reassignTask: try task(command)
        case .attach, .correct, .confirmEntry, .disputeEntry: try fact(command)
        case .claimDone, .inspect, .followUp, .close, .reopen: try end(command)
        case .evaluateDepartment, .evaluateStreet: try evaluate(command)
        case .eraseText, .eraseTexts, .completeErasure: try erase(command)
        case .changeKey, .beginEpoch: log(command)
        case .passDeadline(let deadline): try pass(deadline)
        case .importWhistle, .closeImported: try imported(command)
        }
    }
}
