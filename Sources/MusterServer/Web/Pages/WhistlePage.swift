import MusterAPI
import MusterText

/// All about one whistle, and what the reader can do about it.
struct WhistlePage {
    var whistle: WhistleDetail
    var reader: Identity
    /// What the reader has just done; nil if the page was simply opened.
    var done: Done?

    /// What the reader has just done.
    struct Done: Equatable {
        var act: WebAct
        /// Whether it was so already and left no entry.
        var isUnchanged: Bool
    }

    func html(_ frame: Frame) -> String {
        let wording = frame.wording
        let district = frame.district?.district ?? ""
        let parts = WhistleParts(whistle: whistle, wording: wording, reader: reader)
        let title = whistle.title ?? whistle.whistle
        let isOpen = Self.openStates.contains(whistle.state)
        return frame.page(
            "whistle", title: "\(whistle.whistle) \(title)",
            [
                "heading": title, "whistle": whistle.whistle,
                "kind": wording.head(
                    whistle.kind.map { wording.term("WhistleKind", $0) } ?? wording.say("show.importedCase")),
                "state": state(wording), "isOpen": isOpen,
                "clock": isOpen && whistle.handledAt == nil && whistle.due != nil
                    ? wording.deadline(whistle.due, since: whistle.raisedAt) : nil,
                "back": frame.inboxAddress, "done": done.map { doneSlots($0, wording) },
                "acts": acts(district, wording), "call": ownCall(wording),
                "facts": parts.facts, "calls": parts.calls, "group": parts.group, "tasks": parts.tasks,
                "meetings": parts.meetings, "demands": parts.demands,
                "files": AttachedFileSlots(whistle: whistle, wording: wording, district: district).all,
                "hasTimeline": !whistle.events.isEmpty,
                "timeline": TimelineSlots(whistle: whistle, wording: wording).all,
                "printed": wording.say(
                    "web.printed",
                    ["time": wording.now.localText(wording.language), "count": "\(whistle.events.count)"]),
            ])
    }

    private static let openStates: Set<String> = ["raised", "handling", "claimed", "verified", "imported"]

    private func state(_ wording: Wording) -> String {
        let state = wording.head(wording.term("WhistleState", whistle.state))
        guard let closing = whistle.closingClass else { return state }
        return "\(state) · \(wording.term("ClosingClass", closing))"
    }

    private func doneSlots(_ done: Done, _ wording: Wording) -> Slots {
        [
            "heading": wording.say("web.done"),
            "text": wording.say(done.isUnchanged ? "web.act.unchanged" : done.act.key("done")),
        ]
    }

    // MARK: What can be done

    private func acts(_ district: String, _ wording: Wording) -> Slots {
        let open = whistle.openActs(for: reader)
        let buttons = open.enumerated().map { order, open -> Slots in
            let task = open.task.map { wording.say("web.taskNumber", ["task": "\($0)"]) }
            return [
                "address": Address.act(open.act, task: open.task, on: whistle.whistle, in: district),
                "word": wording.say(open.act.key("title")), "task": task, "isFirst": order == 0,
            ]
        }
        // A file may be attached, and need not be.
        let isDuty = open.contains { $0.act != .attach }
        let elsewhere = whistle.actsElsewhere.map { wording.term("WhistleAct", $0) }
        let isOpen = Self.openStates.contains(whistle.state)
        let nothing =
            reader.readOnly ? "web.readOnlyNow" : isOpen || !elsewhere.isEmpty ? "web.nothingNow" : "web.over"
        return [
            "buttons": buttons, "hasButtons": !buttons.isEmpty, "nothing": isDuty ? nil : wording.say(nothing),
            "elsewhere": elsewhere.isEmpty || reader.readOnly
                ? nil : wording.say("web.otherActs", ["acts": wording.joined(elsewhere)]),
        ]
    }

    /// The next clock of the reader's own call.
    private func ownCall(_ wording: Wording) -> Slots? {
        guard let call = whistle.call(of: reader.unit), Self.openStates.contains(whistle.state) else { return nil }
        let role = wording.term("CallRole", call.role)
        func line(_ key: String, _ due: String) -> Slots {
            let deadline = wording.deadline(due, since: call.issuedAt)
            return ["words": wording.say(key, ["role": role, "time": wording.words(due)]), "deadline": deadline]
        }
        if call.acknowledgedAt == nil, call.reportedInAt == nil { return line("web.signBy", call.acknowledgeBy) }
        if call.reportedInAt == nil { return line("web.comeBy", call.reportInBy) }
        return nil
    }
}
