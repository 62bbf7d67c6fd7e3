extension Board {
    /// What can be done to a whistle now: the acts that its state does not refuse and that have something to act on.
    ///
    /// Corrections and attachments, which are nearly always possible, are left out, and so is what only an import or
    /// a programme that fetches its calls does. The rules may still refuse an act for a reason that lies in its operands.
    public func nextActs(on whistle: WhistleID) -> [WhistleAct] {
        let row = whistles[whistle]
        let calls = calls(of: whistle).filter(\.state.isLive)
        let meetings = row.counts.meetings == 0 ? [] : meetings(of: whistle)
        return WhistleAct.allCases.filter { act in
            guard row.state.transition(on: act) != .refused else { return false }
            return switch act {
            case .attach, .correct, .closeImported, .deliver: false
            case .approve: row.approveBy != nil
            case .recall: calls.contains { $0.state == .issued }
            case .cancelCall: calls.contains { !$0.state.hasArrived }
            case .transferLead: calls.count > 1
            case .acknowledge: calls.contains { $0.acknowledgedAt == nil }
            case .reportIn: calls.contains { $0.reportedInAt == nil }
            case .object: calls.contains { mayObject($0) }
            case .arbitrate: row.openObjections > 0
            case .formGroup: !row.groupLead.exists
            case .leadGroup, .changeMembers: row.groupLead.exists
            case .holdMeeting: meetings.contains { $0.state == .convened || $0.state == .held }
            case .cancelMeeting: meetings.contains { $0.state == .convened }
            case .amendMinutes: meetings.contains { $0.state == .minuted }
            case .workOnTask: row.openTasks > 0
            case .claimDone: row.openTasks == 0 && row.openObjections == 0
            case .ruleOnEntry: backEntries(of: whistle).contains { $0.state == .open }
            case .evaluate: self.calls(of: whistle).contains { mayBeEvaluated($0) }
            default: true
            }
        }
    }

    private func mayObject(_ call: CallRow) -> Bool {
        guard !call.isKept, call.state.transition(on: .object) != .refused else { return false }
        return call.state == .arrived ? !call.hasContested : !call.hasObjected
    }

    private func mayBeEvaluated(_ call: CallRow) -> Bool {
        call.reportedInAt != nil && (call.departmentScore == 0 || call.streetScore == 0)
    }
}
