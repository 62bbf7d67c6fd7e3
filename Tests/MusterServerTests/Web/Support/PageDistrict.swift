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
    /// What the next act of a name is refused with once it is no dry run.
    private var lateRefusal: (act: ActName, failure: Failure)?
    /// The files that were kept, by their SHA-256.
    private(set) var files: [String: [UInt8]] = [:]

    init() {
        whistles = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, PageCases.all($0)) })
    }

    /// The acts that were recorded.
    var recorded: [ActRequest] { Array(receipts.values) }

    /// Whether nothing was recorded and no file kept.
    var isUntouched: Bool { receipts.isEmpty && files.isEmpty }

    func revoke(_ token: String) { revoked.insert(token) }
    func refuseNext(with failure: Failure) { refusal = failure }
    func refuseLate(_ act: ActName, with failure: Failure) { lateRefusal = (act, failure) }
    func keep(_ file: FileContent) { files[file.sha256] = file.bytes }
    func lose(_ sha256: String) { files[sha256] = nil }
    func has(_ command: String) -> Bool { receipts[command] != nil }
    func isGood(_ token: String) -> Bool {
        ["dept", "centre", "auditor", "other"].contains(token) && !revoked.contains(token)
    }

    func whistle(_ name: String, _ language: Language) throws(Failure) -> WhistleDetail {
        guard let whistle = whistles[language]?.first(where: { $0.whistle == name }) else {
            throw Failure(code: "noSuchWhistle", status: .notFound, zh: "没有这个哨。", en: "There is no such whistle.")
        }
        return whistle
    }

    func all(_ language: Language) -> [WhistleDetail] { whistles[language] ?? [] }

    func submit(_ request: ActRequest, _ options: ActOptions) throws(Failure) -> ActReceipt {
        let command = options.commandID
        if let refusal {
            self.refusal = nil
            throw refusal
        }
        if !options.isDryRun, let late = lateRefusal, late.act == request.act {
            lateRefusal = nil
            throw late.failure
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
        let now = try whistle(name, .zh)
        if request.act == .taskComplete,
            let task = now.tasks.first(where: { .integer(Int64($0.task)) == request.values["task"] }),
            task.proofNeeded, task.files == 0
        {
            throw Failure("proofMissing", status: .failure, ["number": "\(task.task)"], key: "refusal.proofMissing")
        }
        if options.isDryRun { return receipt(command, request, isRepeated: false) }
        receipts[command] = request
        for language in Language.allCases {
            let order = whistles[language]?.firstIndex { $0.whistle == name } ?? 0
            whistles[language]?[order].record(request, in: language)
        }
        return receipt(command, request, isRepeated: false)
    }

    private func receipt(_ command: String, _ request: ActRequest, isRepeated: Bool) -> ActReceipt {
        ActReceipt(
            commandId: command, whistle: nil, revision: nil, first: 40, last: 40, leaves: [],
            repeated: isRepeated, dryRun: false,
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
            case .attach: tasks[order].files += 1
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
        var data: [JSONValue.Member] = []
        if request.act == .attach {
            files += 1
            data = ["sha256", "size", "media", "task"].compactMap { name in
                request.values[name].map { JSONValue.Member(name, $0) }
            }
        }
        let caption = request.values["caption"].map { [JSONValue.Member("caption", $0)] } ?? []
        let words = Catalogue.muster.say("WhistleAct.\(request.act.rawValue)", language)
        events.append(
            TimelineItem(
                id: "\(whistle)/\(revision)", type: request.act == .attach ? "muster.file.attached.v1" : "",
                time: moment,
                recordedTime: moment, actor: "D03/P1/p-31", data: .object(data), words: .object(caption), erased: [],
                revision: revision, actorName: "城管局 值班室",
                sentence: words, remarks: [], position: UInt64(revision)))
    }
}
