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

    package func file(_ sha256: String, of whistle: String) async throws(Failure) -> FileContent {
        let reading = try await reading()
        let id = try reading.whistle(whistle)
        let wanted = sha256.lowercased()
        let isAttached = try await reading.history(of: id).contains { event in
            event.kind == .fileAttached && event.string(.sha256)?.lowercased() == wanted
        }
        guard isAttached else { throw Failure("unknownFile", status: .notFound, ["text": sha256]) }
        return try await source.files.kept(wanted)
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
