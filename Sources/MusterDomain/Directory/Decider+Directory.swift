extension Decider {
    func directory(_ command: Command) throws(Refusal) -> [Event] {
        switch command {
        case .establish(let founding): return try establish(founding)
        case .registerUnit(let code, let kind, let fullName, let shortName, let parent):
            return [try register(code, kind, fullName, shortName, parent, number: board.units.count + 1)]
        case .renameUnit(let unit, let fullName, let shortName):
            _ = try activeUnit(unit)
            try checkUnitNames(fullName, shortName, besides: unit)
            return [
                Event(
                    .unitRenamed, [.unit: .id(unit), .fullName: .text(fullName), .shortName: .text(shortName)])
            ]
        case .retireUnit(let unit, let reason):
            _ = try activeUnit(unit)
            try checkIdle(unit)
            return [Event(.unitRetired, [.unit: .id(unit), .reason: .words(reason)])]
        case .assignPost(let code, let unit, let title, let person, let chief, let role):
            return [try assign(code, unit, title, person, chief, role ?? .officer)]
        case .endPost(let post):
            guard board.posts.contains(post) else { throw Refusal(.noSuchPost) }
            guard board.posts[post].isActive else { throw Refusal(.postEnded) }
            return [Event(.postEnded, [.post: .id(post), .unit: .id(board.posts[post].unit)])]
        default: return []
        }
    }

    /// Other systems' cases are the centre's to bring in, or the engine's own.
    func requireCentre(_ act: String) throws(Refusal) {
        guard actor != .system else { return }
        guard try activeUnit(actor.unit).kind == .centre else {
            throw Refusal(
                .notYours, ["act": .term(act), "unit": .unit(actor.unit), "allowed": .text("centre")])
        }
    }

    private func establish(_ founding: Founding) throws(Refusal) -> [Event] {
        guard board.size == 0 else { throw Refusal(.alreadyEstablished) }
        return [
            Event(
                .districtEstablished,
                [
                    .name: .text(founding.name), .policy: .text(policy.name), .keyID: .text(founding.keyID),
                    .language: .text(founding.language),
                ]),
            try register(nil, .centre, founding.centreFullName, founding.centreShortName, nil, number: 1),
            Event(
                .postAssigned,
                [
                    .post: .text("P0001"), .unit: .number(1), .person: try personReference(founding.person),
                    .title: .text(founding.postTitle), .chief: .flag(false),
                ]),
        ]
    }

    private func register(
        _ code: String?, _ kind: UnitKind, _ fullName: String, _ shortName: String, _ parent: UnitID?, number: Int
    ) throws(Refusal) -> Event {
        if let parent { _ = try activeUnit(parent) }
        if kind == .centre, let centre = board.centre { throw Refusal(.centreExists, ["unit": .unit(centre)]) }
        try checkUnitNames(fullName, shortName, besides: nil)
        return Event(
            .unitRegistered,
            [
                .unit: .text(try newCode(code, .unit, letter: "U", number: number)), .unitKind: .code(kind),
                .fullName: .text(fullName), .shortName: .text(shortName), .parent: parent.value,
            ])
    }

    private func assign(
        _ code: String?, _ unit: UnitID, _ title: String, _ person: String, _ chief: Bool, _ role: PostRole
    ) throws(Refusal) -> Event {
        _ = try activeUnit(unit)
        // Whoever approves a whistle does the unit's business.
        guard !chief || role == .officer else { throw Refusal(.chiefIsNoOfficer, ["role": .code(role)]) }
        var post = Event.Value.number(0)
        if let code, let known = names.number(of: code, as: .post) {
            guard board.posts[PostID(rawValue: known)].unit == unit else {
                throw Refusal(.codeTaken, ["text": .text(code)])
            }
            post = .number(known)
        } else {
            post = .text(try newCode(code, .post, letter: "P", number: board.posts.count + 1))
        }
        try checkApart(person, role, at: post)
        return Event(
            .postAssigned,
            [
                .post: post, .unit: .id(unit), .person: try personReference(person), .title: .text(title),
                .chief: .flag(chief), .postRole: role == .officer ? nil : .code(role),
            ])
    }

    /// 三员分立: whoever holds an administrator's post holds no other post.
    private func checkApart(_ person: String, _ role: PostRole, at post: Event.Value) throws(Refusal) {
        guard let number = names.number(of: person, as: .person) else { return }
        try board.posts.forEach { index, row throws(Refusal) in
            let isOther = row.isActive && row.person.rawValue == number && post != .number(index + 1)
            if isOther, role.isAdministrator || row.role.isAdministrator {
                throw Refusal(.administratorsApart, ["text": .text(person), "unit": .unit(row.unit)])
            }
        }
    }

    /// A code that entries spell for ever: given, or a letter and the number in at least four digits.
    private func newCode(
        _ code: String?, _ thing: NamedThing, letter: String, number: Int
    ) throws(Refusal) -> String {
        let digits = String(number)
        let code = code ?? letter + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        guard isCode(code) else { throw Refusal(.badCode, ["text": .text(code)]) }
        guard names.number(of: code, as: thing) == nil else { throw Refusal(.codeTaken, ["text": .text(code)]) }
        return code
    }

    private func checkUnitNames(_ full: String, _ short: String, besides unit: UnitID?) throws(Refusal) {
        for name in [full, short] {
            if let other = names.unit(called: name), other != unit {
                throw Refusal(.nameTaken, ["text": .text(name), "unit": .unit(other)])
            }
        }
    }

    /// A unit with open calls or whistles can't retire: somebody would be left waiting.
    private func checkIdle(_ unit: UnitID) throws(Refusal) {
        var busy: WhistleID?
        board.whistles.forEach { index, row in
            switch row.state {
            case .raised, .handling, .claimed, .verified:
                let id = WhistleID(rawValue: UInt32(index + 1))
                let hasPart = !board.standing(of: unit, in: id).isDisjoint(with: [.raiser, .called, .lead])
                let hasTask = board.tasks(of: id).contains { $0.unit == unit && $0.state != .completed }
                if busy == nil, hasPart || hasTask { busy = id }
            case .closed, .withdrawn, .imported, .importClosed: break
            }
        }
        if let busy { throw Refusal(.unitBusy, ["unit": .unit(unit), "whistle": .whistle(busy)]) }
        if board.units[unit].kind == .centre { throw Refusal(.unitBusy, ["unit": .unit(unit)]) }
    }
}
