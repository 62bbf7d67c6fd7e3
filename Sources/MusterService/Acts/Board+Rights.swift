import MusterAPI
import MusterDomain
import MusterText

extension Board {
    /// Refuses a post that does no business, as the rules do, where nothing is asked of them yet.
    func checkMayAct(_ post: PostID) throws(Failure) {
        guard may(.act, by: post) else { throw .roleMayNot(role(of: post), .act) }
    }
}

extension Failure {
    /// What the rules say to a role without the right.
    fileprivate static func roleMayNot(_ role: Role, _ right: Right) -> Failure {
        let code = RefusalCode.roleMayNot.rawValue
        return Failure(code, status: .notAllowed, key: "refusal.\(code)") { language in
            [
                "role": Catalogue.muster.say("Role.\(role.rawValue)", language),
                "act": Catalogue.muster.say("Right.\(right.rawValue)", language),
            ]
        }
    }
}
