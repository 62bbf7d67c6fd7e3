import EventLog
package import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    package func district() async throws(Failure) -> DistrictInfo {
        let reading = try await reading()
        try reading.sight.check(.district)
        let first = try await reading.reading { () async throws(LedgerError) in
            try await reading.view.entries(from: 0, limit: 1).first.map { stored throws(LedgerError) in
                try RecordedEvent(stored)
            }
        }
        // An entry's source is `/districts/<code>`.
        let code = first?.envelope.source.split(separator: "/").last.map(String.init)
        let seal = try await reading.seal()
        return DistrictInfo(
            district: code ?? "", name: reading.view.directory.districtName, language: reading.view.directory.language,
            size: reading.board.size, recorded: reading.board.size == 0 ? nil : reading.board.recorded.text,
            root: seal?.root, origin: seal?.origin)
    }

    package func identity() async throws(Failure) -> Identity {
        if case .local(nil) = caller { throw Failure("noActor", status: .usage) }
        let reading = try await reading()
        try reading.sight.check(.identity)
        guard let actor = try await reader(reading)?.actor, let post = reading.view.directory.post(actor.post),
            let unit = reading.view.directory.unit(actor.unit)
        else { throw Failure("noActor", status: .usage) }
        var identity = Identity(
            unit: unit.code, unitName: unit.shortName, unitKind: unit.kind.name, post: post.code, title: post.title,
            person: post.person, chief: reading.board.posts[actor.post].isChief,
            role: reading.board.role(of: actor.post).rawValue, token: nil, readOnly: false, expires: nil)
        if case .token(let token) = caller {
            identity.token = token.token
            identity.readOnly = token.isReadOnly
            identity.expires =
                reading.view.directory.token(named: token.token)
                .flatMap { reading.view.directory.token($0) }?.expires.text
        }
        return identity
    }
}
