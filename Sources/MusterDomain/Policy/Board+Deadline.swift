extension Board {
    /// The clocks of one whistle that run and whose passing has not been recorded.
    public func pendingDeadlines(of whistle: WhistleID) -> [PendingDeadline] {
        var found: [PendingDeadline] = []
        addPendingDeadlines(of: whistle, to: &found)
        return found
    }

    /// Every clock that runs, by whistle. Cost: O(whistles), and little for one where nothing runs.
    public func forEachPendingDeadline(_ body: (PendingDeadline) -> Void) {
        var found: [PendingDeadline] = []
        for number in 0..<UInt32(whistles.count) {
            addPendingDeadlines(of: WhistleID(rawValue: number + 1), to: &found)
            guard !found.isEmpty else { continue }
            for deadline in found { body(deadline) }
            found.removeAll(keepingCapacity: true)
        }
    }

    private func addPendingDeadlines(of id: WhistleID, to found: inout [PendingDeadline]) {
        let state = whistles[id].state
        guard state.isOpen || state == .closed, state != .imported else { return }
        if state != .closed, let due = whistles[id].due, whistles[id].handledAt == nil, !whistles[id].handlePassed {
            found.append(PendingDeadline(whistle: id, kind: .handle, item: 0, due: due))
        }
        // Closing does not make good an approval that never came.
        if let due = whistles[id].approveBy, !whistles[id].approvePassed {
            found.append(PendingDeadline(whistle: id, kind: .approve, item: 0, due: due))
        }
        guard state != .closed else { return }
        // Chains run from the newest child to the oldest.
        let calls = found.count
        if whistles[id].liveCalls > 0 { addDeadlinesOfCalls(whistles[id].calls, to: &found) }
        found[calls...].reverse()
        let tasks = found.count
        if whistles[id].openTasks > 0 { addDeadlinesOfTasks(whistles[id].tasks, to: &found) }
        found[tasks...].reverse()
    }

    private func addDeadlinesOfCalls(_ chain: Chain, to found: inout [PendingDeadline]) {
        calls.forEach(in: chain) { call in
            guard call.state.isLive else { return }
            func add(_ kind: DeadlineKind, _ due: Instant) {
                found.append(PendingDeadline(whistle: call.whistle, kind: kind, item: Int(call.item), due: due))
            }
            if call.reportedInAt == nil, !call.reportInPassed { add(.reportIn, call.reportInBy) }
            if call.acknowledgedAt == nil, !call.acknowledgePassed { add(.acknowledge, call.acknowledgeBy) }
        }
    }

    private func addDeadlinesOfTasks(_ chain: Chain, to found: inout [PendingDeadline]) {
        tasks.forEach(in: chain) { task in
            guard task.state != .completed, !task.duePassed else { return }
            found.append(PendingDeadline(whistle: task.whistle, kind: .task, item: Int(task.item), due: task.due))
        }
    }
}
