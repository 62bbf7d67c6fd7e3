import MusterDomain

/// What happens in the district's own stream while whistles are worked on: people change posts, tokens come and go,
/// a unit is founded for a while and dissolved.
///
/// Each act is asked for by itself, so it may rely on the one before.
struct Office {
    private var chance: Chance
    private var turn = 0
    /// The unit that exists for a while, and its post.
    private var task = (unit: UnitID.none, post: PostID.none)

    init(seed: UInt64) { chance = Chance(seed: seed, member: .max) }

    mutating func next(in scene: Scene) -> Act {
        defer { turn += 1 }
        let cast = scene.cast
        let directory = scene.holder(of: cast.systemAdministrator)
        let security = scene.holder(of: cast.securityAdministrator)
        let round = turn / 8
        switch turn % 8 {
        case 0: return Act(command: newHolder(scene), actor: directory)
        case 1:
            let unit = chance.pick(cast.departments)
            let command = Command.issueToken(
                post: chance.pick(cast.officers(of: unit)), id: chance.hex(bytes: 8), secretHash: chance.hex(bytes: 32),
                expires: scene.now + .days(Int64(chance.within(30...365))), readOnly: chance.happens(200),
                label: chance.happens(600) ? "值班室终端\(round + 1)" : nil)
            return Act(command: command, actor: security)
        case 2: return Act(command: rename(round, cast), actor: directory)
        case 3:
            let command = Command.registerUnit(
                code: nil, kind: .department, fullName: "\(CastNames.district)第\(round + 1)期专项工作专班",
                shortName: "专班\(round + 1)", parent: nil)
            return Act(command: command, actor: directory)
        case 4:
            task.unit = UnitID(rawValue: UInt32(scene.board.units.count))
            let command = Command.assignPost(
                code: nil, unit: task.unit, title: "专班联络员", person: "Z\(round + 1)", chief: false)
            return Act(command: command, actor: directory)
        case 5:
            task.post = PostID(rawValue: UInt32(scene.board.posts.count))
            let token = TokenID(rawValue: UInt32(scene.board.tokens.count))
            let reason = chance.happens(500) ? Writer.reason(&chance) : nil
            return Act(command: .revokeToken(token, reason: reason), actor: security)
        case 6: return Act(command: .endPost(task.post), actor: directory)
        default: return Act(command: .retireUnit(task.unit, reason: Writer.reason(&chance)), actor: directory)
        }
    }

    /// Somebody else takes over a department's post.
    private mutating func newHolder(_ scene: Scene) -> Command {
        let unit = chance.pick(scene.cast.departments)
        let post = chance.pick(scene.cast.officers(of: unit))
        let digits = String(post.rawValue)
        return .assignPost(
            code: "P" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits, unit: unit,
            title: chance.pick(["综合科值班员", "业务科经办人", "应急值守岗"]),
            person: CastNames.person(chance.within(1...40), of: unit), chief: false)
    }

    /// The communities take turns; their committees are called by the long and by the usual name.
    private func rename(_ round: Int, _ cast: Cast) -> Command {
        let street = round % cast.streets.count
        let communities = cast.streets[street].communities
        let place = round / cast.streets.count % communities.count
        let names = (CastNames.streets[street], CastNames.communities[place])
        let isShort = round / cast.streets.count / communities.count % 2 == 0
        let full =
            isShort
            ? "\(CastNames.district)\(names.0)街道\(names.1)社区居委会" : CastNames.community(names.0, names.1)
        return .renameUnit(communities[place], fullName: full, shortName: "\(names.0)\(names.1)")
    }
}
