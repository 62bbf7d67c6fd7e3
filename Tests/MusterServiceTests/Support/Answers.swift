import MusterAPI
import MusterService
import Testing

extension LocalDistrict {
    /// Everything that can be asked, as JSON by the name of the question; what is refused is the code of its failure.
    func answers() async -> [String: String] {
        var answers: [String: String] = [:]
        func ask(_ name: String, _ body: () async throws -> some Encodable) async {
            do { answers[name] = JSONValue(encoding: try await body()).line } catch {
                answers[name] = (error as? Failure)?.code ?? "\(error)"
            }
        }
        await ask("district") { try await district() }
        await ask("identity") { try await identity() }
        await ask("inbox") { try await inbox(InboxQuery()) }
        await ask("inbox of 城管局") { try await inbox(InboxQuery(unit: "城管局")) }
        await ask("whistles") { try await whistles(WhistleQuery()) }
        for name in [Hall.first, Hall.second, Hall.third] {
            await ask("whistle \(name)") { try await whistle(name) }
            await ask("notices \(name)") { try await notices(name, unit: nil) }
            await ask("file of \(name)") { try await file(Hall.photo, of: name).sha256 }
        }
        await ask("today") { try await today(TodayQuery()) }
        await ask("events") { try await events(EventQuery(limit: 1_000)) }
        await ask("units") { try await units(UnitQuery()) }
        await ask("posts") { try await posts(PostQuery()) }
        await ask("posts of 城管局") { try await posts(PostQuery(unit: "城管局")) }
        await ask("tokens") { try await tokens(TokenQuery(withEnded: true)) }
        await ask("replay") { try await replay(PastQuery()) }
        return answers
    }
}

/// What a call was refused with; nil if it was answered.
func failure(_ body: () async throws -> Void) async -> Failure? {
    do {
        try await body()
        return nil
    } catch { return error as? Failure }
}
