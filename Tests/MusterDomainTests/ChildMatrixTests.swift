import Testing

@testable import MusterDomain

/// Every act on a call, a task and a meeting in every state, asked for by real commands.
@Suite struct ChildMatrixTests {
    // MARK: Calls

    @Test(arguments: CallState.allCases)
    func `A call in each state does with every act what its table says`(state: CallState) throws {
        for act in CallAct.allCases {
            var (district, whistle) = try Self.call(in: state)
            let (party, command) = Self.command(act, state, whistle)
            let expected = state.transition(on: act)
            guard expected != .refused else {
                let waits = act == .object && state.awaitsRuling
                #expect(
                    district.refusal(of: command, by: party) == (waits ? .secondObjection : .wrongCallState),
                    "\(act) in \(state)"
                )
                continue
            }
            let events = try district.perform(command, by: party)
            #expect(events.isEmpty == (expected == .silent), "\(act) in \(state)")
            let next =
                switch expected {
                case .to(let next): next
                default: state
                }
            #expect(district.board.call(of: Party.resources.unit, in: whistle)?.state == next, "\(act) in \(state)")
        }
    }

    /// A whistle whose support call, of 资规局, stands in a state.
    static func call(in state: CallState) throws -> (District, WhistleID) {
        var district = try District()
        let whistle = try district.raise()
        let resources = Party.resources.unit
        switch state {
        case .issued: break
        case .acknowledged: try district.perform(.acknowledge(whistle), by: .resources)
        case .objected: try district.object(.resources, to: whistle)
        case .arrived: try district.reportIn(.resources, to: whistle)
        case .contested:
            try district.reportIn(.resources, to: whistle)
            try district.object(.resources, to: whistle, .foundOnSite)
        case .released:
            try district.object(.resources, to: whistle)
            try district.perform(.arbitrate(whistle, resources, .release, nextLead: nil, reason: "同意"), by: .centre)
        case .recalled: try district.perform(.recall(whistle, resources, nextLead: nil, reason: "重复"), by: .street)
        case .cancelled:
            try district.perform(
                .cancelCall(whistle, resources, cause: .wrongDispatch, nextLead: nil, reason: "错派"),
                by: .street
            )
        }
        return (district, whistle)
    }

    private static func command(_ act: CallAct, _ state: CallState, _ whistle: WhistleID) -> (Party, Command) {
        let resources = Party.resources.unit
        return switch act {
        case .deliver: (.resources, .deliver(whistle))
        case .acknowledge: (.resources, .acknowledge(whistle))
        case .reportIn: (.resources, .reportIn(whistle, person: nil, mode: .remote))
        case .object: (.resources, District.objection(to: whistle, state == .arrived ? .foundOnSite : .notOurDuty))
        case .keep: (.centre, .arbitrate(whistle, resources, .keep, nextLead: nil, reason: "应当承办"))
        case .release: (.centre, .arbitrate(whistle, resources, .release, nextLead: nil, reason: "同意"))
        case .recall: (.street, .recall(whistle, resources, nextLead: nil, reason: "重复"))
        case .cancel:
            (.street, .cancelCall(whistle, resources, cause: .noLongerNeeded, nextLead: nil, reason: "已不需要"))
        case .transferLead: (.centre, .transferLead(whistle, to: resources, reason: "职责在该局"))
        }
    }

    // MARK: Tasks

    @Test(arguments: TaskState.allCases)
    func `A task in each state does with every act what its table says`(state: TaskState) throws {
        for act in TaskAct.allCases {
            var district = try District()
            let whistle = try district.handled()
            try district.perform(district.assignment(in: whistle), by: .street)
            if state != .assigned { try district.perform(.acceptTask(whistle, task: 1), by: .housing) }
            if state == .completed { try district.perform(.completeTask(whistle, task: 1, note: "完成"), by: .housing) }
            let (party, command): (Party, Command) =
                switch act {
                case .accept: (.housing, .acceptTask(whistle, task: 1))
                case .progress: (.housing, .reportProgress(whistle, task: 1, percent: 40, note: "过半"))
                case .complete: (.housing, .completeTask(whistle, task: 1, note: "完成"))
                case .reassign: (.street, .reassignTask(whistle, task: 1, to: Party.street.unit, due: nil, reason: "改"))
                }
            let expected = state.transition(on: act)
            guard expected != .refused else {
                #expect(district.refusal(of: command, by: party) == .wrongTaskState, "\(act) in \(state)")
                continue
            }
            #expect(try district.perform(command, by: party).isEmpty == (expected == .silent), "\(act) in \(state)")
            let next =
                switch expected {
                case .to(let next): next
                default: state
                }
            #expect(district.board.tasks(of: whistle).map(\.state) == [next], "\(act) in \(state)")
        }
    }

    // MARK: Meetings

    @Test(arguments: MeetingState.allCases)
    func `A meeting in each state does with every act what its table says`(state: MeetingState) throws {
        for act in MeetingAct.allCases {
            var district = try District()
            let whistle = try district.raise()
            try district.meeting(in: whistle, upTo: state)
            let command: Command =
                switch act {
                case .hold: .hold(whistle, meeting: 1, attended: [Attendance(unit: Party.urban.unit, person: "S66")])
                case .minute: .recordMinutes(whistle, meeting: 1, minutes: "一致同意", decisions: [])
                case .amend: .amendMinutes(whistle, meeting: 1, minutes: "更正", reason: "笔误")
                case .cancel: .cancelMeeting(whistle, meeting: 1, reason: "改期")
                }
            let expected = state.transition(on: act)
            guard expected != .refused else {
                #expect(district.refusal(of: command, by: .street) == .wrongMeetingState, "\(act) in \(state)")
                continue
            }
            #expect(try !district.perform(command, by: .street).isEmpty, "\(act) in \(state)")
            let next =
                switch expected {
                case .to(let next): next
                default: state
                }
            #expect(district.board.meetings(of: whistle).map(\.state) == [next], "\(act) in \(state)")
        }
    }
}
