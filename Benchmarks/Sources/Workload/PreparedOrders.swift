import MusterDomain
import MusterEngine

/// Commands that are known before any of them is asked, so that whoever measures a ledger that is asked them pays for
/// the ledger's work alone.
///
/// They are the plain course of a routine whistle, thirteen acts from the raise to the close with Chinese texts. Some
/// whistles are raised while those before them are acknowledged and the first are closed, so that every act has the same
/// share of any hundred commands. What a matter may bring besides, such as objections, meetings and acts that are entered afterwards, is left out: which of it the rules
/// allow depends on what came before. Every command is accepted by a ledger that begins with the board given here.
package struct PreparedOrders {
    /// In the order in which they are to be asked.
    package private(set) var orders: [Order] = []

    /// How many come before every act has its share.
    package static let lead = together * actsOfWhistle * (actsOfWhistle - 1) / 2

    /// Acts of one whistle.
    private static let actsOfWhistle = 13
    /// Whistles that go through their acts together.
    private static let together = 8

    /// Who takes part: a street, whoever it calls, and the centre, each with a post that may act.
    private struct Parties {
        var streets: [(actor: Actor, chief: PostID)] = []
        var departments: [Actor] = []
        var centre: Actor?
    }

    /// Thinks out at least so many.
    /// - Parameter board: What the ledger has: units, posts, and how many whistles.
    package init(_ count: Int, on board: Board) {
        let parties = Self.parties(on: board)
        guard let centre = parties.centre, !parties.streets.isEmpty, parties.departments.count > 1 else {
            preconditionFailure("the district has no street with a chief, no centre or too few departments")
        }
        var round = 0
        while orders.count < count {
            for act in 0...min(round, Self.actsOfWhistle - 1) {
                let first = board.whistles.count + (round - act) * Self.together
                for number in first..<first + Self.together {
                    let street = parties.streets[number % parties.streets.count]
                    let matter = Matter(
                        number: number, id: WhistleID(rawValue: UInt32(number + 1)), street: street.actor,
                        chief: street.chief, lead: parties.departments[number % parties.departments.count],
                        support: parties.departments[(number + 1) % parties.departments.count], centre: centre,
                        now: board.recorded)
                    let (command, actor) = matter.act(act)
                    orders.append(Order(id: "prepared/\(number)/\(act)", command: command, actor: actor))
                }
            }
            round += 1
        }
    }

    private static func parties(on board: Board) -> Parties {
        var actors: [UnitID: Actor] = [:]
        var chiefs: [UnitID: PostID] = [:]
        board.posts.forEach { number, post in
            let id = PostID(rawValue: UInt32(number + 1))
            guard post.isActive, board.units[post.unit].isActive else { return }
            if post.isChief {
                chiefs[post.unit] = id
            } else if post.role == .officer, actors[post.unit] == nil {
                actors[post.unit] = Actor(unit: post.unit, post: id, person: post.person)
            }
        }
        var parties = Parties()
        board.units.forEach { number, unit in
            let id = UnitID(rawValue: UInt32(number + 1))
            guard let actor = actors[id] else { return }
            switch unit.kind {
            case .centre: parties.centre = actor
            case .street: if let chief = chiefs[id] { parties.streets.append((actor, chief)) }
            case .department: parties.departments.append(actor)
            default: break
            }
        }
        return parties
    }
}

/// One whistle and who has to do with it.
private struct Matter {
    var number: Int
    var id: WhistleID
    var street: Actor
    var chief: PostID
    var lead: Actor
    var support: Actor
    var centre: Actor
    /// When the ledger's newest entry was recorded.
    var now: Instant

    /// The act of that number and who does it.
    func act(_ index: Int) -> (Command, Actor) {
        switch index {
        case 0: (.raise(raise), street)
        case 1: (.acknowledge(id), lead)
        case 2: (.reportIn(id, person: nil, mode: .onSite), lead)
        case 3: (.acknowledge(id), support)
        case 4: (.reportIn(id, person: nil, mode: .remote), support)
        case 5: (assignment, street)
        case 6: (.acceptTask(id, task: 1), lead)
        case 7: (.reportProgress(id, task: 1, percent: 50, note: text(Self.notes)), lead)
        case 8: (.completeTask(id, task: 1, note: text(Self.results)), lead)
        case 9: (.claimDone(id, .solved, summary: text(Self.results, Self.notes)), lead)
        case 10: (.inspect(id, .accept, note: text(Self.results)), street)
        case 11: (followUp, centre)
        default: (.close(id, .solved, reason: text(Self.answers)), centre)
        }
    }

    private var raise: Raise {
        Raise(
            kind: .routine, subject: text(Self.spots, Self.troubles), category: "公共设施", place: text(Self.spots),
            whyNotAlone: text(Self.limits),
            calls: [CallOrder(unit: lead.unit, role: .lead), CallOrder(unit: support.unit, role: .support)],
            approvedBy: chief, slip: String(repeating: "5a", count: 32))
    }

    private var assignment: Command {
        .assignTask(id, lead.unit, due: now + .days(5), proofNeeded: false, duty: text(Self.duties))
    }

    private var followUp: Command {
        .followUp(id, demand: nil, .reached, .yes, satisfaction: 5, note: text(Self.answers))
    }

    private func text(_ lists: [String]...) -> Text {
        Text(normalised: lists.map { $0[number % $0.count] }.joined())
    }

    private static let spots = ["青桐路明德苑南门", "柳湾大街菜市场出口", "槐荫街小学门口", "云杉路公交站台", "石桥巷配电房旁"]
    private static let troubles = ["路面塌陷，雨天积水严重", "路灯连续多日不亮", "占道经营影响居民正常出行", "污水管道外溢，气味难闻"]
    private static let limits = ["涉及多个部门职责交叉，需要专业机构检测鉴定", "街道没有执法权限，产权单位不配合整改", "涉及管网图纸和停水停气安排"]
    private static let duties = ["三日内完成现场清理并反馈影像", "出具检测报告并提出处置意见", "制定施工方案并公示"]
    private static let notes = ["已安排人员到场处置，已设置警示围挡和提示牌", "已完成第一阶段清理，正在等待材料到货", "已更换损坏部件并试运行"]
    private static let results = ["现场恢复整洁，秩序正常，影像资料已经归档", "问题已经消除，运行平稳，居民代表现场确认", "按照方案完成全部工序"]
    private static let answers = ["居民表示满意，希望保持下去", "居民认可处理结果，建议加强夜间巡查", "居民对办理速度表示肯定"]
}
