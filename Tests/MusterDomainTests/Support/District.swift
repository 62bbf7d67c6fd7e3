import FoldRow

@testable import MusterDomain

/// A district that decides commands and folds what they leave, as a ledger does, with nothing written anywhere.
struct District {
    private(set) var board = Board()
    /// Every row folded so far: the log.
    private(set) var rows: [FoldRow] = []
    private(set) var names = NameTable()
    var policy = Policy.builtin0
    /// What the clock shows; it stands still unless a test moves it.
    ///
    /// At first 2026-11-21T10:00 in Shanghai, unless a test says otherwise.
    var now: Instant

    /// SHA-256 in hex, for slips and files.
    static let hash = String(repeating: "a1", count: 32)

    /// The district with all its parties and their posts, founded at a moment.
    init(at moment: Instant = Instant(milliseconds: 1_795_226_400_000)) throws {
        now = moment
        let founding = Founding(
            name: "雁塔区",
            keyID: "0123abcd", language: "zh",
            centreFullName: Party.centre.fullName,
            centreShortName: Party.centre.shortName,
            postTitle: "值班长",
            person: Party.centre.person
        )
        try perform(.establish(founding), by: .system)
        for party in Party.allCases.dropFirst() {
            try perform(
                .registerUnit(
                    code: nil,
                    kind: party.kind,
                    fullName: party.fullName,
                    shortName: party.shortName,
                    parent: party.parent?.unit
                ),
                by: .system
            )
        }
        for party in Party.allCases.dropFirst() {
            try perform(
                .assignPost(code: nil, unit: party.unit, title: "经办人", person: party.person, chief: false),
                by: .system
            )
        }
        for party in [Party.street, .centre, .otherStreet] {
            try perform(
                .assignPost(code: nil, unit: party.unit, title: "主任", person: "\(party.person)-Z", chief: true),
                by: .system
            )
        }
    }

    // MARK: Commands

    /// What a command would leave.
    func events(
        of command: Command,
        by actor: Actor,
        entered: BackEntry = BackEntry(),
        confirmsNumbers: Bool = false
    ) throws(Refusal) -> [Event] {
        try decide(
            command,
            by: actor,
            entered: entered,
            confirmsNumbers: confirmsNumbers,
            on: board,
            names: names,
            policy: policy,
            at: now
        )
    }

    /// Decides a command and folds what it leaves.
    @discardableResult
    mutating func perform(
        _ command: Command,
        by actor: Actor,
        entered: BackEntry = BackEntry(),
        confirmsNumbers: Bool = false,
        occurred: Instant? = nil
    ) throws -> [Event] {
        let events = try events(of: command, by: actor, entered: entered, confirmsNumbers: confirmsNumbers)
        for event in events {
            let row = row(of: event, by: actor, occurred: occurred ?? now)
            names.follow(event, unit: row.unit)
            names.note(event, at: board.size, revision: row.revision)
            try board.apply(row)
            rows.append(row)
        }
        return events
    }

    @discardableResult
    mutating func perform(
        _ command: Command,
        by party: Party,
        entered: BackEntry = BackEntry(),
        confirmsNumbers: Bool = false
    ) throws -> [Event] {
        try perform(command, by: party.actor, entered: entered, confirmsNumbers: confirmsNumbers)
    }

    /// Why a command would be refused now; nil if it would be accepted.
    func refusal(
        of command: Command,
        by party: Party,
        entered: BackEntry = BackEntry(),
        confirmsNumbers: Bool = false
    ) -> RefusalCode? {
        refusal(of: command, by: party.actor, entered: entered, confirmsNumbers: confirmsNumbers)
    }

    func refusal(
        of command: Command,
        by actor: Actor,
        entered: BackEntry = BackEntry(),
        confirmsNumbers: Bool = false
    ) -> RefusalCode? {
        do {
            _ = try events(of: command, by: actor, entered: entered, confirmsNumbers: confirmsNumbers)
            return nil
        } catch {
            return error.code
        }
    }

    // MARK: Time

    mutating func wait(_ span: Span) { now = now + span }

    /// Records every clock that has run out, and returns which.
    @discardableResult
    mutating func tick() throws -> [PendingDeadline] {
        var passed: [PendingDeadline] = []
        for number in 1...max(1, board.whistles.count) where board.whistles.count > 0 {
            for deadline in board.pendingDeadlines(of: WhistleID(rawValue: UInt32(number))) where deadline.due < now {
                try perform(.passDeadline(deadline), by: .system)
                passed.append(deadline)
            }
        }
        return passed
    }

    // MARK: Rows

    /// The row of an event at the end of its stream, by the same columns that the log uses.
    private mutating func row(of event: Event, by actor: Actor, occurred: Instant) -> FoldRow {
        var (stream, revision) = (UInt32(0), board.districtRevision)
        if let whistle = event.whistle {
            let isThere = board.whistles.contains(whistle)
            stream = isThere ? board.whistles[whistle].stream : board.nextStream
            revision = isThere ? board.whistles[whistle].revision : 0
        }
        var row = FoldRow(
            kind: event.kind.rawValue,
            stream: stream,
            revision: revision + 1,
            time: occurred.milliseconds,
            recorded: now.milliseconds
        )
        row.actor = actor.unit.rawValue
        for operand in event.operands {
            let number = number(of: operand)
            if let slot = operand.field.slot { row[slot] = number }
            if operand.field == .claimedAt { row.claimed = number }
        }
        if row.claimed == 0, event[.via] != nil || event[.onBehalfOf] != nil { row.claimed = -1 }
        return row
    }

    private mutating func number(of operand: Event.Operand) -> Int64 {
        switch (operand.value, operand.field.type) {
        case (.integer(let number), _): number
        case (.text(let name), .named(let thing)): Int64(names.intern(name, as: thing))
        case (.text, _): 0
        }
    }
}

extension Board {
    /// The numbers of which the digest is made.
    var dumped: [Int64] {
        var numbers: [Int64] = []
        dump { numbers.append($0) }
        return numbers
    }
}
