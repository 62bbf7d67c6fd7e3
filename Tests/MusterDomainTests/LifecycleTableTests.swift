import Testing

@testable import MusterDomain

/// The tables of docs/lifecycle.md are what the rules are.
@Suite struct LifecycleTableTests {
    @Test func `The whistle's table says what its transitions are`() throws {
        try compare("whistle", WhistleState.self, WhistleAct.self) { $0.transition(on: $1) }
    }

    @Test func `The call's table says what its transitions are`() throws {
        try compare("call", CallState.self, CallAct.self) { $0.transition(on: $1) }
    }

    @Test func `The task's table says what its transitions are`() throws {
        try compare("task", TaskState.self, TaskAct.self) { $0.transition(on: $1) }
    }

    @Test func `The meeting's table says what its transitions are`() throws {
        try compare("meeting", MeetingState.self, MeetingAct.self) { $0.transition(on: $1) }
    }

    @Test func `The table of rights says what the rules allow`() throws {
        let table = try DocumentTable(named: "standing")
        let standings: [(Standing, String)] = (0..<6).compactMap { bit in
            let standing = Standing(rawValue: 1 << bit)
            return standing.names.first.map { (standing, $0) }
        }
        #expect(table.columns == standings.map(\.1))
        #expect(table.rows.sorted() == WhistleAct.allCases.map(\.name).sorted())
        for act in WhistleAct.allCases {
            for (standing, name) in standings {
                let cell = try #require(table[act.name, name])
                #expect(cell == (act.allowed.contains(standing) ? "✓" : "–"), "\(act) by \(name)")
            }
        }
    }

    @Test func `The table of roles says what each has a right to`() throws {
        let table = try DocumentTable(named: "role")
        #expect(table.columns == Right.allCases.map(\.rawValue))
        #expect(table.rows == Role.allCases.map(\.rawValue))
        for role in Role.allCases {
            for right in Right.allCases {
                let cell = try #require(table[role.rawValue, right.rawValue])
                #expect(cell == (role.rights.contains(right) ? "✓" : "–"), "\(role): \(right)")
            }
        }
    }

    @Test func `The table of limits is the built-in policy`() throws {
        let table = try DocumentTable(named: "policy")
        let policy = Policy.builtin0
        let spans: [(String, Span)] = [
            ("acknowledgeWithin", policy.acknowledgeWithin), ("reportInWithin", policy.reportInWithin),
            ("emergencyOnSiteWithin", policy.emergencyOnSiteWithin), ("handleWithin", policy.handleWithin),
            ("approveEmergencyWithin", policy.approveEmergencyWithin),
            ("objectAfterArrivalWithin", policy.objectAfterArrivalWithin), ("reopenWithin", policy.reopenWithin),
            ("evaluateWithin", policy.evaluateWithin),
        ]
        #expect(table.rows == spans.map(\.0) + ["followUpAttempts"])
        for (name, span) in spans { #expect(table[name, "value"].flatMap(length) == span, "\(name)") }
        #expect(table["followUpAttempts", "value"] == "\(policy.followUpAttempts)")
        #expect(policy.name == "builtin-0")
        #expect(policy.raisers == [.street, .centre])
    }

    /// Every act and every state stands in the table exactly once, and every cell says what the rule does.
    private func compare<State: Code, Act: Code>(
        _ name: String,
        _ states: State.Type,
        _ acts: Act.Type,
        _ rule: (State, Act) -> Transition<State>
    ) throws {
        let table = try DocumentTable(named: name)
        #expect(table.columns.sorted() == State.allCases.map(\.name).sorted())
        #expect(table.rows.sorted() == Act.allCases.map(\.name).sorted())
        for act in Act.allCases {
            for state in State.allCases {
                let cell = try #require(table[act.name, state.name])
                let spelled =
                    switch rule(state, act) {
                    case .to(let next): "→ \(next.name)"
                    case .stays: "·"
                    case .silent: "0"
                    case .refused: "–"
                    }
                #expect(cell == spelled, "\(act) in \(state)")
            }
        }
    }

    /// `30 min`, `2 h`, `7 d`.
    private func length(_ text: String) -> Span? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let count = Int64(parts[0]) else { return nil }
        switch parts[1] {
        case "min": return .minutes(count)
        case "h": return .hours(count)
        case "d": return .days(count)
        default: return nil
        }
    }
}
