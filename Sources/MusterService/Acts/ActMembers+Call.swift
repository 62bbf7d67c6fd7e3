import MusterAPI
import MusterDomain

extension ActMembers {
    func whistleCommand(_ act: ActName) throws(Failure) -> Command {
        switch act {
        case .approve: .approve(try whistle, by: try post("by"), slip: try string("slip").lowercased())
        case .link: .linkDemand(try whistle, reference: try string("reference"))
        case .withdraw: .withdraw(try whistle, reason: try words("reason"))
        default:
            .raise(
                Raise(
                    kind: codeIfAny("kind") ?? .routine, subject: try words("title"), category: try string("category"),
                    place: try words("place"), whyNotAlone: try words("whyNotAlone"), calls: try calls,
                    due: try momentIfAny("due"), approvedBy: try postIfAny("approvedBy"),
                    slip: rawIfAny("slip").map { desk.normalised($0).lowercased() }))
        }
    }

    func callCommand(_ act: ActName, of party: UnitID) throws(Failure) -> Command {
        switch act {
        case .recall:
            return .recall(
                try whistle, try unit("unit"), nextLead: try unitIfAny("nextLead"), reason: try words("reason"))
        case .cancelCall:
            return .cancelCall(
                try whistle, try unit("unit"), cause: codeIfAny("cause") ?? .wrongDispatch,
                nextLead: try unitIfAny("nextLead"), reason: try words("reason"))
        case .acknowledge:
            try checkOwn(party)
            return .acknowledge(try whistle)
        case .reportIn:
            try checkOwn(party)
            return .reportIn(try whistle, person: rawIfAny("person"), mode: codeIfAny("mode") ?? .onSite)
        case .object:
            try checkOwn(party)
            return .object(
                try whistle, ground: codeIfAny("ground") ?? .notOurDuty, proposed: try unitIfAny("proposed"),
                basis: try words("basis"), reason: try words("reason"))
        case .arbitrate:
            return .arbitrate(
                try whistle, try unit("unit"), try code("ruling"), nextLead: try unitIfAny("nextLead"),
                reason: try words("reason"))
        case .evaluateDepartment:
            return .evaluateDepartment(
                try whistle, try unit("unit"), score: try number("score"), comment: try words("comment"))
        default: return .dispatch(try whistle, try calls)
        }
    }

    /// A call is answered by its own unit, which may also be named `own`.
    private func checkOwn(_ party: UnitID) throws(Failure) {
        let text = try raw("unit")
        guard text != "own", try unit("unit") != party else { return }
        throw Failure("notOwnCall", status: .notAllowed, ["text": text], member: "unit")
    }
}
