import MusterAPI
import MusterDomain
import MusterEngine

extension ActMembers {
    func endCommand(_ act: ActName) throws(Failure) -> Command {
        switch act {
        case .inspect: .inspect(try whistle, try code("verdict"), note: try words("note"))
        case .followUp:
            .followUp(
                try whistle, demand: numberIfAny("demand"), try code("outcome"), codeIfAny("solved") ?? .unsaid,
                satisfaction: numberIfAny("satisfaction"), note: try words("note"))
        case .close: .close(try whistle, try code("class"), reason: try words("reason"))
        case .reopen: .reopen(try whistle, due: try momentIfAny("due"), reason: try words("reason"))
        case .evaluateStreet:
            .evaluateStreet(try whistle, score: try number("score"), comment: try words("comment"))
        default: .claimDone(try whistle, codeIfAny("result") ?? .solved, summary: try words("summary"))
        }
    }

    func districtCommand(_ act: ActName) throws(Failure) -> Command {
        switch act {
        case .unitRename:
            .renameUnit(try unit("unit"), fullName: try string("fullName"), shortName: try string("shortName"))
        case .unitRetire: .retireUnit(try unit("unit"), reason: try words("reason"))
        case .postAssign:
            try assignPost()
        case .postEnd: .endPost(try post("post"))
        case .tokenRevoke: .revokeToken(try token, reason: try wordsIfAny("reason"))
        default:
            .registerUnit(
                code: rawIfAny("code"), kind: try code("kind"), fullName: try string("fullName"),
                shortName: try string("shortName"), parent: try unitIfAny("parent"))
        }
    }

    private func assignPost() throws(Failure) -> Command {
        let (unit, title) = (try unit("unit"), try string("title"))
        let code = rawIfAny("code") ?? desk.knownPostCode(unit, title)
        // A new holder does not change what the post is for.
        let kept = desk.directory.posts.first { $0.code == code }?.role ?? .officer
        let role = codeIfAny("role") ?? kept
        return .assignPost(
            code: code, unit: unit, title: title, person: try string("person"), chief: flag("chief"),
            role: role == .officer ? nil : role)
    }

    private var token: TokenID {
        get throws(Failure) {
            let id = try string("token")
            guard let known = desk.directory.token(named: id) else {
                throw Failure("unknownToken", status: .notFound, ["text": id], member: place + "token")
            }
            return known
        }
    }
}

extension Desk {
    /// The command that issues a token.
    func issue(_ token: TokenDraft, for request: ActRequest) throws(Failure) -> Command {
        let members = ActMembers(request, at: self)
        let label = members.rawIfAny("label").map { normalised($0) }
        guard let expires = try members.momentIfAny("expires") ?? token.expires else {
            throw Failure("missingMember", status: .usage, ["member": "expires"], member: "expires")
        }
        return .issueToken(
            post: try members.actingPost("post"), id: token.id, secretHash: token.secretHash, expires: expires,
            readOnly: members.flag("readOnly"), label: label)
    }
}
