import EventLog
import MusterDomain
import TransparencyLog

@testable import MusterEngine

/// An entry of every kind, as a ledger would leave it.
struct EventExamples {
    private var names = Names()
    private var salts = SeededGenerator(seed: 610_113)
    private var position: Position = 0
    private var revisions: [String: Int] = [:]
    private var now = ScriptedWorld.beginning

    init() {
        // The actors of the examples, which a real log has met before.
        for (unit, post, person) in [("U0001", "P0001", "c001"), ("U0002", "P0003", "p3"), ("U0005", "P0007", "p7")] {
            _ = names.intern(unit, as: .unit)
            _ = names.intern(post, as: .post)
            _ = names.intern(person, as: .person)
        }
    }

    /// The next entry of the document.
    mutating func entry(of kind: EventKind, enteredAfterwards isBackEntry: Bool = false) throws -> NewEntry {
        let isDistrict = kind.schema.scope == .district
        let isImport = kind == .whistleImported || kind == .importClosed
        let subject = isDistrict ? "district" : isImport ? "W2026-000043" : "W2026-000042"
        let stream: UInt32 = isDistrict ? 0 : isImport ? 43 : 42
        let event = try recorded(kind, in: isDistrict ? nil : WhistleID(rawValue: stream), isBackEntry)
        revisions[subject, default: 0] += 1
        now = now + .minutes(7)
        var digest = SeededGenerator(seed: UInt64(kind.rawValue))
        let context = CommandContext(
            id: commandID(of: kind),
            digest: (0..<16).map { _ in UInt8.random(in: 0...255, using: &digest) },
            actor: actor(of: kind, isBackEntry),
            // What a programme fetches for its unit it fetches by a token.
            authType: (kind == .callDelivered ? Authentication.token("k3v9q0x7c1m5n8b2") : .local)
                .authType(of: actor(of: kind, isBackEntry)),
            occurred: isImport ? now - .days(90) : nil,
            recorded: now,
            names: names
        )
        let salts = Salts(seed: salts.next())
        let environment = Environment(now: { ScriptedWorld.beginning }, randomBytes: { salts.bytes($0) })
        let entry = try EntryEncoder(source: "/districts/610113", environment: environment).encode(
            event,
            at: position,
            stream: stream,
            subject: subject,
            revision: revisions[subject] ?? 1,
            of: context,
            names: &names
        )
        position += 1
        return entry
    }

    private func recorded(_ kind: EventKind, in whistle: WhistleID?, _ isBackEntry: Bool) throws -> Event {
        let fields = kind.schema.fields.filter { !leftOut(of: kind).contains($0) }
        var operands = fields.map { Event.Operand($0, value(of: $0, in: kind)) }
        if isBackEntry {
            operands.append(Event.Operand(.claimedAt, .integer(ScriptedWorld.beginning.milliseconds)))
            operands.append(Event.Operand(.via, .text(BackEntry.Channel.wechat.name)))
            operands.append(Event.Operand(.onBehalfOf, .text("U0005")))
        }
        guard let event = Event(recorded: kind, in: whistle, operands: operands) else { throw Misfit(kind: kind) }
        return event
    }

    /// An example that does not fit its schema.
    struct Misfit: Error { var kind: EventKind }

    /// When the clock of the example runs out.
    private static let passed = ScriptedWorld.beginning + .hours(4)

    private func commandID(of kind: EventKind) -> String {
        switch kind {
        case .districtEstablished: "establish/610113"
        case .deadlinePassed: "tick/W2026-000042/reportIn/1/\(Self.passed.milliseconds)"
        case .textErased: "tick/erased/29/place"
        case .keyChanged: "tick/key/\(Self.identity.verifierKey)"
        case .epochBegan: "tick/epoch/\(Self.origin)/e2"
        default: "web-\(kind.rawValue)"
        }
    }

    /// Optional fields that would contradict the others.
    private func leftOut(of kind: EventKind) -> [Field] {
        switch kind {
        case .whistleRaised: [.approveBy]
        case .unitRegistered: [.parent]
        // An officer's post says nothing of its role.
        case .postAssigned: [.postRole]
        case .deadlinePassed: [.task]
        default: []
        }
    }

    private func actor(of kind: EventKind, _ isBackEntry: Bool) -> Actor {
        func actor(_ unit: UInt32) -> Actor {
            Actor(unit: UnitID(rawValue: unit), post: PostID(rawValue: unit), person: PersonID(rawValue: unit))
        }
        // The street enters what a department has told it.
        if isBackEntry { return actor(2) }
        switch kind {
        case .districtEstablished, .deadlinePassed, .textErased, .keyChanged, .epochBegan: return .system
        case .callDelivered, .callAcknowledged, .departmentReportedIn, .callObjected, .taskAccepted, .taskProgressed,
            .taskCompleted, .fileAttached, .doneClaimed, .streetEvaluated, .groupLeadHandedOver, .entryConfirmed:
            return actor(3)
        case _ where kind.schema.scope == .district: return actor(1)
        case .textErasureRequested, .callKept, .callReleased, .residentFollowedUp, .whistleClosed, .whistleImported,
            .importClosed:
            return actor(1)
        default: return actor(2)
        }
    }

    private func value(of field: Field, in kind: EventKind) -> Event.Value {
        if let special = special(field, kind) { return special }
        switch field.type {
        case .named(let thing): return .text(Self.named(field, thing))
        case .number: return .integer(field == .percent ? 60 : field == .size ? 482_113 : field == .score ? 5 : 1)
        case .flag: return .integer(field == .onSite ? 0 : 1)
        case .moment:
            return .integer((ScriptedWorld.beginning + .days(field == .due ? 7 : 1)).milliseconds)
        case .code: return .integer(0)
        case .string: return .text(Self.string(field))
        case .words: return .text(Self.words(field))
        }
    }

    private func special(_ field: Field, _ kind: EventKind) -> Event.Value? {
        switch (kind, field) {
        case (.unitRegistered, .unitKind): .integer(2)
        case (.unitRegistered, .fullName): .text("西安市雁塔区住房和城乡建设局")
        case (.unitRegistered, .shortName): .text("住建局")
        case (.unitRenamed, .unit), (.unitRetired, .unit): .text("U0006")
        case (.postAssigned, .unit), (.postEnded, .unit), (.whistleRaised, .unit), (.streetEvaluated, .unit),
            (.groupLeadDesignated, .unit), (.whistleImported, .unit):
            .text("U0002")
        case (.postAssigned, .post), (.whistleRaised, .post), (.whistleApproved, .post), (.postEnded, .post):
            .text("P0002")
        case (.postAssigned, .person): .text("p2")
        case (.tokenIssued, .readOnly): .integer(0)
        case (.tokenIssued, .expires): .integer((ScriptedWorld.beginning + .days(365)).milliseconds)
        case (.deadlinePassed, .deadline): .integer(1)
        case (.deadlinePassed, .due): .integer(Self.passed.milliseconds)
        case (.callCancelled, .unit), (.callReleased, .unit), (.leadTransferred, .unit): .text("U0006")
        case (.callCancelled, .call), (.callReleased, .call), (.leadTransferred, .call): .integer(2)
        case (.siteInspected, .verdict): .integer(1)
        case (.residentFollowedUp, .solved): .integer(1)
        case (.residentFollowedUp, .satisfaction): .integer(4)
        case (.entryConfirmed, .entry), (.entryDisputed, .entry), (.factCorrected, .entry): .integer(9)
        case (.textErasureRequested, .position), (.textErased, .position): .integer(29)
        case (.textErasureRequested, .textField), (.textErased, .textField): .integer(1)
        case (.textErasureRequested, .erasureBasis): .integer(2)
        case (.textErased, .request): .integer(38)
        case (.epochBegan, .origin): .text("\(Self.origin)/e2")
        case (.epochBegan, .verifierKey): .text(Self.nextIdentity.verifierKey)
        case (.epochBegan, .clockKey): .text(Self.nextIdentity.clock.verifierKey.text)
        case (.epochBegan, .formerSize): .integer(41_207)
        case (.epochBegan, .firstLost): .integer(40_960)
        case (.epochBegan, .lastLost): .integer(41_206)
        case (.callReleased, .reason): .text("权属在市政，同意退单")
        case (.callKept, .reason): .text("属本单位职责，维持派单")
        default: nil
        }
    }

    private static func named(_ field: Field, _ thing: NamedThing) -> String {
        switch thing {
        case .unit: field == .department || field == .proposed ? "U0006" : field == .parent ? "U0002" : "U0005"
        case .post: "P0007"
        case .person: field == .substitute ? "p12" : "p7"
        case .token: "k3v9q0x7c1m5n8b2"
        case .category: "市政设施"
        case .reference: "12345:XA-20260302-0117"
        }
    }

    private static func string(_ field: Field) -> String {
        switch field {
        case .name: "雁塔区"
        case .fullName: "西安市雁塔区城市管理和综合执法局"
        case .shortName: "城管执法局"
        case .title: "街道办事处主任"
        case .policy: Policy.builtin0.name
        case .slip: String(repeating: "0a", count: 32)
        case .sha256: String(repeating: "5e", count: 32)
        case .media: "image/jpeg"
        case .field: Field.place.rawValue
        case .keyID: "34750f98"
        case .language: "zh"
        case .secretHash: String(repeating: "c7", count: 32)
        case .label: "窗口电脑"
        case .origin, .formerOrigin: origin
        case .verifierKey: identity.verifierKey
        case .clockKey: identity.clock.verifierKey.text
        case .formerKey: formerKey
        case .formerRoot: "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
        default: field.rawValue
        }
    }

    private static let origin = "muster.local/610113/34750f98"
    private static let formerKey = key(1, origin).verifierKey
    private static let identity = key(2, origin)
    private static let nextIdentity = key(3, origin + "/e2")

    /// A key of the examples; a number and a name that are right always give one.
    private static func key(_ number: UInt8, _ name: String) -> SigningKey {
        guard let key = SigningKey(seed: [UInt8](repeating: number, count: 32), name: name) else {
            preconditionFailure("no key of the name \(name)")
        }
        return key
    }

    private static func words(_ field: Field) -> String {
        switch field {
        case .subject: "井盖破损，夜间有人绊倒"
        case .place: "后村西路与翠华路口"
        case .whyNotAlone: "井盖权属不清，街道无权处置"
        case .basis: "《城市道路管理条例》第二十三条"
        case .agenda: "明确权属，议定处置办法"
        case .venue: "街道三楼会议室"
        case .minutes: "会议议定由住建局先行更换井盖。"
        case .duty: "更换井盖并复测承重"
        case .caption: "更换后的井盖"
        case .summary: "井盖已更换，路面已恢复"
        case .comment: "到场及时，处置有力"
        case .correction: "后村西路与雁塔西路口"
        case .detail: "来电人称已多次反映"
        case .resolution: "已由市政部门更换"
        default: "情况属实"
        }
    }
}

/// Salts that are the same in every run; an encoder asks for them from wherever it runs.
private final class Salts: Sendable {
    private let world: ScriptedWorld

    init(seed: UInt64) { world = ScriptedWorld(seed: seed) }

    func bytes(_ count: Int) -> [UInt8] { world.environment.randomBytes(count) }
}
