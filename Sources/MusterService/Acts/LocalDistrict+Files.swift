package import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    package func keep(_ file: FileContent) async throws(Failure) {
        if case .token(let token) = caller {
            guard !token.isReadOnly else { throw Failure("readOnlyToken", status: .notAllowed) }
            try await source.view().board.checkMayAct(token.actor.post)
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
