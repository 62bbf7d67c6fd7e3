import MusterAPI
import MusterText

/// A district made of ``PageCases`` that does what the pages ask of it, in memory: enough to sign for a call, to report
/// in and to work on a task, and to refuse.
actor PageDistrict {
    private var whistles: [Language: [WhistleDetail]]
    private var receipts: [String: ActRequest] = [:]
    /// Tokens that are no longer good.
    private var revoked: Set<String> = []
    /// What the next act is refused with.
    private var refusal: Failure?

    init() {
        whistles = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, PageCases.all($0)) })
    }

    /// The acts that were recorded.
    var recorded: [ActRequest] { Array(receipts.values) }

    func revoke(_ token: String) { revoked.insert(token) }
    func refuseNext(with failure: Failure) { refusal = failure }
    func isGood(_ token: String) -> Bool { ["dept", "centre", "auditor"].contains(token) && !revoked.contains(token) }

    func whistle(_ name: String, _ language: Language) throws(Failure) -> WhistleDetail {
        guard let whistle = whistles[language]?.first(where: { $0.whistle == name }) else {
            throw Failure(code: "noSuchWhistle", status: .notFound, zh: "没有这个哨。", en: "There is no such whistle.")
        }
        return whistle
    }

    func all(_ language: Language) -> [WhistleDetail] { whistles[language] ?? [] }

    func submit(_ request: ActRequest, _ command: String) throws(Failure) -> ActReceipt {
        if let refusal {
            self.refusal = nil
            throw refusal
        }
        if let earlier = receipts[command] {
            guard earlier == request else {
                throw Failure(code: "commandReused", status: .conflict, zh: "编号已用。", en: "The id is used.")
            }
            return receipt(command, request, isRepeated: true)
        }
        guard case .string(let name)? = request.values["whistle"] else {
            preconditionFailure("every act of a page names its whistle")
        }
        _ = try whistle(name, .zh)
        receipts[command] = request
        for language in Language.allCases {
            let order = whistles[language]?.firstIndex { $0.whistle == name } ?? 0
            whistles[language]?[order].record(request, in: language)
        }
        return receipt(command, request, isRepeated: false)
    }

    private func receipt(_ command: String, _ request: ActRequest, isRepeated: Bool) -> ActReceipt {
        ActReceipt(
            commandId: command, whistle: nil, revision: nil, first: 40, last: 40, repeated: isRepeated, dryRun: false,
            events: [], entries: [], message: "", next: nil, token: nil)
    }
}

extension WhistleDetail {
    /// What an act leaves, as far as a page shows it.
    fileprivate mutating func record(_ request: ActRequest, in language: Language) {
        let moment = PageCases.now.iso8601
        if let order = calls.lastIndex(where: { .string($0.unit ?? "") == request.values["unit"] }) {
            switch request.act {
            case .acknowledge:
                calls[order].acknowledgedAt = moment
                calls[order].state = "acknowledged"
            case .reportIn:
                calls[order].acknowledgedAt = calls[order].acknowledgedAt ?? moment
                calls[order].reportedInAt = moment
                calls[order].state = "arrived"
                state = "handling"
            case .object: calls[order].state = calls[order].reportedInAt == nil ? "objected" : "contested"
            default: break
            }
        }
        if case .integer(let number)? = request.values["task"],
            let order = tasks.firstIndex(where: { $0.task == number })
        {
            switch request.act {
            case .taskAccept: tasks[order].state = "accepted"
            case .taskProgress:
                if case .integer(let percent)? = request.values["percent"] { tasks[order].percent = Int(percent) }
            case .taskComplete:
                tasks[order].state = "completed"
                tasks[order].completedAt = moment
            default: break
            }
        }
        if request.act == .claimDone { state = "claimed" }
        revision += 1
        let words = Catalogue.muster.say("WhistleAct.\(request.act.rawValue)", language)
        events.append(
            TimelineItem(
                id: "\(whistle)/\(revision)", type: "", time: moment, recordedTime: moment, actor: "D03/P1/p-31",
                data: .object([]), words: .object([]), erased: [], revision: revision, actorName: "城管局 值班室",
                sentence: words, remarks: []))
    }
}
