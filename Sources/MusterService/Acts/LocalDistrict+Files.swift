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
}
