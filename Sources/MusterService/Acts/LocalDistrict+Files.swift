package import MusterAPI
import MusterDomain
import MusterEngine
import MusterText

extension LocalDistrict {
    package func keep(_ file: FileContent) async throws(Failure) {
        if case .token(let token) = caller {
            guard !token.isReadOnly else { throw Failure("readOnlyToken", status: .notAllowed) }
            let board = try await source.view().board
            guard board.may(.act, by: token.actor.post) else {
                throw .roleMayNot(board.role(of: token.actor.post), .act)
            }
        }
        try await source.files.keep(file, draft: environment.randomBytes(8))
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
