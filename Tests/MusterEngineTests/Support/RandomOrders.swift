import EventLog
import MusterDomain
import MusterEngine

/// Orders of every kind for a town, most of them plausible, from a seed.
struct RandomOrders {
    var random: SeededGenerator
    private var issued = 0
    private var given: [Order] = []

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// How far the clock moves before the next batch: mostly seconds, at times days, and now and then back.
    mutating func step() -> Span {
        switch random.number(1...20) {
        case 1...12: .seconds(Int64(random.number(0...120)))
        case 13...16: .minutes(Int64(random.number(2...300)))
        case 17, 18: .hours(Int64(random.number(5...72)))
        case 19: .days(Int64(random.number(1...40)))
        default: .hours(Int64(-random.number(1...30)))
        }
    }

    /// The next order; one in twenty repeats an earlier id, with the same body or with another.
    mutating func next(on board: Board, at now: Instant) -> Order {
        if random.chance(1, of: 20), let earlier = given.randomElement(using: &random) {
            guard random.chance(1, of: 2) else { return earlier }
            var other = fresh(on: board, at: now)
            other.id = earlier.id
            return other
        }
        let order = fresh(on: board, at: now)
        given.append(order)
        return order
    }

    private mutating func fresh(on board: Board, at now: Instant) -> Order {
        issued += 1
        var scene = Scene(board: board, now: now, random: random)
        let (command, desk) = scene.act()
        random = scene.random
        var order = Order(id: "random/\(issued)", command: command, actor: desk.actor)
        switch command {
        case .importWhistle, .closeImported:
            // A source's clock may be ahead, and it may close a case before it was linked here.
            order.occurred = now + .minutes(Int64(random.number(-500_000...60)))
        default:
            if random.chance(1, of: 8) { order.entered = backEntry(on: board, command, at: now) }
        }
        if random.chance(1, of: 30) { order.confirmsNumbers = true }
        if random.chance(1, of: 30), let whistle = command.whistle, board.whistles.contains(whistle) {
            order.expectedRevision = Int(board.whistles[whistle].revision) - random.number(0...1)
        }
        return order
    }

    private mutating func backEntry(on board: Board, _ command: Command, at now: Instant) -> BackEntry {
        var entered = BackEntry()
        if random.chance(2, of: 3) { entered.claimedAt = now + .minutes(Int64(random.number(-2_000...5))) }
        if random.chance(1, of: 2) { entered.via = random.one(of: BackEntry.Channel.self, else: .phone) }
        if random.chance(1, of: 2), let whistle = command.whistle, board.whistles.contains(whistle) {
            entered.onBehalfOf = board.calls(of: whistle).randomElement(using: &random)?.unit
        }
        return entered
    }
}

/// One moment of a random run: what there is to act on.
private struct Scene {
    let board: Board
    let now: Instant
    var random: SeededGenerator
    let whistle: WhistleID

    init(board: Board, now: Instant, random: SeededGenerator) {
        self.board = board
        self.now = now
        self.random = random
        let count = board.whistles.count
        let recent = max(1, count - 4)...max(1, count)
        whistle =
            self.random.chance(1, of: 40)
            ? WhistleID(rawValue: self.random.chance(1, of: 2) ? 0 : UInt32(count + 7))
            : WhistleID(rawValue: UInt32(self.random.number(recent)))
    }

    private var row: WhistleRow? { board.whistles.contains(whistle) ? board.whistles[whistle] : nil }

    mutating func act() -> (Command, Desk) {
        if board.whistles.count < 2 || random.chance(1, of: 30) { return raise() }
        if random.chance(1, of: 25) { return imported() }
        if random.chance(1, of: 25) { return directory() }
        if random.chance(1, of: 25) { return token() }
        return random.chance(2, of: 5) ? forward() : anything()
    }

    // MARK: Who and what

    /// Mostly the desk that may do it.
    private mutating func desk(_ unit: UnitID?) -> Desk {
        random.chance(1, of: 8) ? random.one(of: Desk.self, else: .centre) : Desk.of(unit ?? .centre)
    }

    private var raiser: UnitID? { row?.raiser }
    private var lead: UnitID? { row == nil ? nil : board.answerableUnit(of: whistle) }

    private mutating func called(where condition: (CallRow) -> Bool = { _ in true }) -> UnitID {
        let calls = row == nil ? [] : board.calls(of: whistle)
        return (calls.filter(condition).randomElement(using: &random) ?? calls.randomElement(using: &random))?.unit
            ?? .housing
    }

    private mutating func unit() -> UnitID {
        random.chance(1, of: 30)
            ? UnitID(rawValue: random.chance(1, of: 2) ? 0 : 99) : UnitID(rawValue: UInt32(random.number(1...8)))
    }

    private mutating func maybeUnit() -> UnitID? { random.chance(1, of: 2) ? unit() : nil }

    /// A number of a child that mostly exists.
    private mutating func item(_ count: Int?) -> Int {
        random.chance(1, of: 20) ? random.number(-1...40) : random.number(1...max(1, count ?? 1))
    }

    private func meeting(in state: MeetingState) -> Int? {
        row == nil ? nil : board.meetings(of: whistle).last { $0.state == state }.map { Int($0.item) }
    }

    private mutating func person() -> String {
        random.chance(1, of: 40) ? "张三" : "p\(random.number(1...14))"
    }

    private mutating func soon() -> Instant { now + .minutes(Int64(random.number(-20...6_000))) }

    private mutating func text() -> Text {
        switch random.number(1...60) {
        case 1: ""
        case 2: "联系电话13800138000"
        case 3: Text(normalised: String(repeating: "长", count: random.number(190...4_100)))
        default: random.one(of: ["已到场处置", "权属待查：\"后村西路\"", "第一行\n第二行", "😀 居民满意", "a\\b"], else: "好")
        }
    }

    // MARK: Acts

    private mutating func raise() -> (Command, Desk) {
        let kind = random.one(of: WhistleKind.self, else: .routine)
        let desk = random.one(of: [Desk.northClerk, .southClerk, .southClerk, .centre, .housing], else: .northClerk)
        var units = (2...8).map { UnitID(rawValue: $0) }.shuffled(using: &random).filter { $0 != desk.unit }
        units.removeLast(random.number(2...4))
        let lead = random.number(0...units.count - 1)
        let calls = units.enumerated().map { CallOrder(unit: $1, role: $0 == lead ? .lead : .support) }
        let post: PostID? = kind == .emergency && random.chance(3, of: 4) ? nil : Desk.chief(of: desk.unit).post
        var raise = Raise.sample(kind, due: random.chance(1, of: 3) ? soon() : nil)
        raise.calls = calls
        raise.approvedBy = post
        raise.slip = post == nil ? nil : .slip
        raise.category = random.one(of: ["市政设施", "物业管理", "噪声扰民"], else: "其他")
        return (.raise(raise), desk)
    }

    private mutating func imported() -> (Command, Desk) {
        if random.chance(1, of: 2), let open = imports().randomElement(using: &random) {
            if random.chance(1, of: 3) { return (.linkDemand(open, reference: reference()), .centre) }
            return (.closeImported(open, resolution: random.chance(1, of: 2) ? text() : nil), desk(.centre))
        }
        var source = ImportedCase.sample(random.number(1...30), due: random.chance(1, of: 2) ? soon() : nil)
        source.street = unit()
        return (.importWhistle(source), desk(.centre))
    }

    private func imports() -> [WhistleID] {
        (1...board.whistles.count).map { WhistleID(rawValue: UInt32($0)) }
            .filter { board.whistles[$0].state == .imported }
    }

    private mutating func reference() -> String {
        random.chance(1, of: 30) ? "12345" : "12345:XA-\(random.number(1...40))"
    }

    private mutating func directory() -> (Command, Desk) {
        let extra = UnitID(rawValue: UInt32(random.number(5...12)))
        let name = "科室\(random.number(1...400))"
        switch random.number(1...6) {
        case 1:
            let kind = random.one(of: UnitKind.self, else: .department)
            return (.registerUnit(code: nil, kind: kind, fullName: "雁塔区" + name, shortName: name, parent: nil), .centre)
        case 2: return (.renameUnit(extra, fullName: "雁塔区" + name, shortName: name), desk(.centre))
        case 3: return (.retireUnit(UnitID(rawValue: extra.rawValue + 4), reason: text()), desk(.centre))
        case 4:
            let code = random.chance(1, of: 2) ? nil : "P00\(random.number(10...14))"
            let role = random.chance(3, of: 4) ? .officer : random.one(of: PostRole.self, else: .officer)
            return (
                .assignPost(code: code, unit: unit(), title: "科员", person: person(), chief: false, role: role), .centre
            )
        case 5: return (.endPost(PostID(rawValue: UInt32(random.number(11...20)))), desk(.centre))
        default: return (.establish(Town.founding), desk(.centre))
        }
    }

    /// Tokens for all desks, so that some whistles meet a unit that could have fetched its call.
    private mutating func token() -> (Command, Desk) {
        if random.chance(1, of: 3) {
            let token = TokenID(rawValue: UInt32(random.number(0...max(1, board.tokens.count))))
            return (.revokeToken(token, reason: random.chance(1, of: 2) ? text() : nil), desk(.centre))
        }
        let post = PostID(rawValue: UInt32(random.number(1...12)))
        let id = random.chance(1, of: 15) ? "Token" : "token\(random.number(100...400))"
        return (
            .issueToken(
                post: post, id: id, secretHash: .slip, expires: soon(), readOnly: random.chance(1, of: 4),
                label: random.chance(1, of: 3) ? "窗口电脑" : nil), desk(.centre)
        )
    }

    /// What brings a whistle on.
    private mutating func forward() -> (Command, Desk) {
        switch row?.state {
        case .raised:
            return (reportIn(), Desk.of(called { $0.state == .issued }))
        case .handling:
            let tasks = board.tasks(of: whistle).filter { $0.state != .completed }
            if random.chance(2, of: 3) { return aboutWork() }
            guard let task = tasks.randomElement(using: &random) else {
                let result = random.chance(2, of: 3) ? .solved : random.one(of: ClaimedResult.self, else: .partly)
                return (.claimDone(whistle, result, summary: text()), desk(lead))
            }
            let item = Int(task.item)
            switch (task.state, task.proofNeeded && task.files == 0) {
            case (.assigned, _): return (.acceptTask(whistle, task: item), Desk.of(task.unit))
            case (_, true): return (attach(task: item), Desk.of(task.unit))
            default: return (.completeTask(whistle, task: item, note: text()), Desk.of(task.unit))
            }
        case .claimed:
            let verdict: Verdict = random.chance(4, of: 5) ? .accept : .rework
            return (.inspect(whistle, verdict, note: text()), lead == raiser ? .centre : desk(raiser))
        case .verified:
            return random.chance(1, of: 2) ? followUp() : (close(), desk(.centre))
        case .closed:
            return random.chance(1, of: 2)
                ? (.evaluateDepartment(whistle, called(), score: random.number(1...5), comment: text()), desk(raiser))
                : (.evaluateStreet(whistle, score: random.number(0...5), comment: text()), Desk.of(called()))
        case .withdrawn, .imported, .importClosed, nil: return raise()
        }
    }

    private mutating func reportIn() -> Command {
        .reportIn(
            whistle,
            person: random.chance(1, of: 2) ? person() : nil,
            mode: random.chance(4, of: 5) ? .onSite : .remote
        )
    }

    private mutating func attach(task: Int?) -> Command {
        .attach(
            whistle,
            task: task,
            sha256: .slip,
            size: random.number(0...9_000_000),
            media: "image/jpeg",
            caption: text()
        )
    }

    private mutating func followUp() -> (Command, Desk) {
        let outcome = random.one(of: ContactOutcome.self, else: .reached)
        let isReached = outcome == .reached || random.chance(1, of: 15)
        let solved = isReached ? random.one(of: [Solved.yes, .yes, .partly, .no, .unsaid], else: .yes) : .unsaid
        let demands = row?.counts.demands ?? 0
        let command = Command.followUp(
            whistle,
            demand: demands > 0 ? item(demands) : nil,
            outcome,
            solved,
            satisfaction: isReached ? random.number(1...6) : nil,
            note: text()
        )
        return (command, desk(.centre))
    }

    private mutating func close() -> Command {
        .close(whistle, random.one(of: ClosingClass.self, else: .solved), reason: text())
    }

    private mutating func anything() -> (Command, Desk) {
        // Objections are rare, and so would rulings be.
        if let row, row.openObjections > 0, random.chance(1, of: 2) { return arbitration() }
        return random.chance(1, of: 2) ? aboutCalls() : aboutWork()
    }

    private mutating func aboutCalls() -> (Command, Desk) {
        switch random.number(1...17) {
        case 16, 17: return (.deliver(whistle), Desk.of(called { $0.state == .issued }))
        case 1:
            let chief = Desk.chief(of: raiser ?? .north)
            return (.approve(whistle, by: chief.post, slip: .slip), desk(raiser))
        case 2: return (.linkDemand(whistle, reference: reference()), desk(raiser))
        case 3: return (.withdraw(whistle, reason: text()), desk(raiser))
        case 4:
            let due = random.chance(1, of: 4) ? soon() : nil
            return (.dispatch(whistle, [CallOrder(unit: unit(), role: .support, reportInBy: due)]), desk(raiser))
        case 5: return (.recall(whistle, called(), nextLead: maybeUnit(), reason: text()), desk(raiser))
        case 6:
            let cause = random.one(of: CancelCause.self, else: .wrongDispatch)
            return (.cancelCall(whistle, called(), cause: cause, nextLead: maybeUnit(), reason: text()), desk(raiser))
        case 7, 8: return (.acknowledge(whistle), desk(called()))
        case 9, 10:
            let ground = random.one(of: ObjectionGround.self, else: .notOurDuty)
            return (
                .object(whistle, ground: ground, proposed: maybeUnit(), basis: text(), reason: text()),
                desk(called { !$0.state.awaitsRuling })
            )
        case 11, 12: return arbitration()
        case 13: return (.transferLead(whistle, to: called(), reason: text()), desk(raiser))
        case 14: return (reportIn(), desk(called()))
        default: return ruling()
        }
    }

    private mutating func arbitration() -> (Command, Desk) {
        let unit = called { $0.state.awaitsRuling }
        let ruling: Ruling = random.chance(1, of: 2) ? .keep : .release
        let next = random.chance(1, of: 2) ? nil : self.unit()
        return (.arbitrate(whistle, unit, ruling, nextLead: next, reason: text()), desk(.centre))
    }

    /// What somebody says of an act that was entered afterwards.
    private mutating func ruling() -> (Command, Desk) {
        let back = row == nil ? nil : board.backEntries(of: whistle).last { $0.state == .open }
        let entry = back.map { Int($0.entry) } ?? item(6)
        // Half the time the side that has a say, if it did not enter the act itself.
        let side = random.chance(1, of: 2) ? Desk.of(raiser ?? .north) : random.one(of: Desk.self, else: .centre)
        return random.chance(1, of: 2)
            ? (.confirmEntry(whistle, entry: entry), side)
            : (.disputeEntry(whistle, entry: entry, reason: text()), side)
    }

    /// By the centre, which has no security administrator beside it here.
    private mutating func erasure() -> (Command, Desk) {
        let basis = random.one(of: ErasureBasis.self, else: .otherLaw)
        if random.chance(1, of: 3) { return (.eraseTexts(whistle, basis), desk(.centre)) }
        let field = random.one(of: TextField.self, else: .reason)
        return (
            .eraseText(at: UInt64(random.number(0...Int(board.size))), field: field.name, basis), desk(.centre)
        )
    }

    private mutating func aboutWork() -> (Command, Desk) {
        let meeting = item(row?.counts.meetings)
        let task = item(row?.counts.tasks)
        let owner = row != nil ? board.tasks(of: whistle).last?.unit : nil
        if random.chance(1, of: 40) { return erasure() }
        switch random.number(1...22) {
        case 1, 2: return (.formGroup(whistle, lead: random.chance(1, of: 2) ? raiser : maybeUnit()), desk(lead))
        case 3:
            let reason = random.chance(1, of: 2) ? text() : nil
            return (.designateLead(whistle, to: called(where: \.state.hasArrived), reason: reason), desk(raiser))
        case 4:
            let to = random.chance(1, of: 2) ? raiser ?? .north : called(where: \.state.hasArrived)
            return (.handOverLead(whistle, to: to, reason: text()), desk(lead))
        case 5: return (.addMember(whistle, called(where: \.state.hasArrived), person: person()), desk(raiser))
        case 6, 7:
            let member = row == nil ? nil : board.members(of: whistle).randomElement(using: &random)
            return (
                .removeMember(
                    whistle,
                    member?.unit ?? unit(),
                    person: member.map { "p\($0.person.rawValue)" } ?? person(),
                    substitute: random.chance(2, of: 3) ? person() : nil,
                    reason: text()
                ), desk(raiser)
            )
        case 8, 9:
            let kind = random.one(of: MeetingKind.self, else: .joint)
            return (
                .convene(whistle, kind, at: soon(), invited: [.police, called()], agenda: text(), venue: "会议室"),
                desk(lead)
            )
        case 10, 11:
            let attended = [Attendance(unit: .police, person: person()), Attendance(unit: called())]
            return (.hold(whistle, meeting: meeting, attended: attended), desk(lead))
        case 12, 13:
            let held = self.meeting(in: .held)
            if held == nil, let minuted = self.meeting(in: .minuted) {
                return (.amendMinutes(whistle, meeting: minuted, minutes: text(), reason: text()), desk(lead))
            }
            let decisions =
                random.chance(1, of: 2)
                ? [] : [Decision(owner: called { $0.state.hasArrived }, due: soon(), duty: text())]
            return (
                .recordMinutes(whistle, meeting: held ?? item(2), minutes: text(), decisions: decisions), desk(lead)
            )
        case 14:
            let minuted = self.meeting(in: .minuted) ?? meeting
            return (.amendMinutes(whistle, meeting: minuted, minutes: text(), reason: text()), desk(lead))
        case 15: return (.cancelMeeting(whistle, meeting: meeting, reason: text()), desk(lead))
        case 16:
            let unit = called { $0.state.hasArrived }
            return (
                .assignTask(whistle, unit, due: soon(), proofNeeded: random.chance(1, of: 3), duty: text()),
                desk(raiser)
            )
        case 17:
            let last = row?.counts.tasks ?? task
            return (.reportProgress(whistle, task: last, percent: random.number(-5...105), note: text()), desk(owner))
        case 18:
            let due = random.chance(1, of: 2) ? soon() : nil
            let unit = called(where: \.state.hasArrived)
            return (.reassignTask(whistle, task: task, to: unit, due: due, reason: text()), desk(raiser))
        case 19: return (attach(task: random.chance(1, of: 2) ? task : nil), desk(called()))
        case 20:
            let field = random.one(of: ["subject", "reason", "unit"], else: "note")
            return (.correct(whistle, entry: item(4), field: field, correction: text(), reason: text()), desk(raiser))
        case 21: return (close(), desk(.centre))
        default: return (.reopen(whistle, due: random.chance(1, of: 2) ? soon() : nil, reason: text()), desk(raiser))
        }
    }
}

extension Desk {
    static func chief(of unit: UnitID) -> Desk { unit == .south ? .southChief : .northChief }
}
