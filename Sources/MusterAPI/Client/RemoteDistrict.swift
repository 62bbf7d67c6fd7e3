public import MusterText

/// A district behind a server: the API over HTTP for the caller of a token.
///
/// The extensions beside this file hold one group of questions each.
public struct RemoteDistrict: DistrictAPI {
    let connection: ServerConnection
    let language: Language

    /// A caller's way to the district that his token belongs to.
    /// - Parameters:
    ///   - connection: The way to the server.
    ///   - language: The language of the sentences in the answers.
    public init(_ connection: ServerConnection, language: Language) {
        self.connection = connection
        self.language = language
    }

    // MARK: Asking

    /// A call with what every call has.
    func call(
        _ path: String, method: ServerCall.Method = .get, query: [(String, String?)] = []
    ) -> ServerCall {
        ServerCall(
            method: method, path: path,
            query: query.compactMap { name, value in value.map { (name: name, value: $0) } },
            headers: [(name: "accept-language", value: language.rawValue)])
    }

    /// Where the district's resources lie. The server is asked once which district the token belongs to.
    func root() async throws(Failure) -> String { "/v1/districts/" + ActRequest.segment(try await code()) }

    /// The code of the district that the token belongs to. The server is asked once.
    public func code() async throws(Failure) -> String {
        if let code = connection.districtCode { return code }
        let answer = try await connection.answer(to: call("/v1/me"))
        let code = try read(Membership.self, answer).district
        connection.districtCode = code
        return code
    }

    /// Which district the token belongs to, as `/v1/me` says beside who asks.
    private struct Membership: Decodable {
        var district: String
    }

    /// Asks for a resource of the district.
    func get<Resource: Decodable>(
        _ path: String, _ query: [(String, String?)] = [], wait: Int = 0
    ) async throws(Failure) -> Resource {
        var call = call(try await root() + path, query: query)
        call.wait = wait
        return try read(Resource.self, try await connection.answer(to: call))
    }

    /// The resource in an answer; members that this program does not know are passed over.
    func read<Resource: Decodable>(_ type: Resource.Type, _ answer: ServerAnswer) throws(Failure) -> Resource {
        do { return try ServerAnswer.decoded(type, from: answer.body) } catch {
            throw Failure(
                "notMuster", status: .unreachable,
                ["server": "\(connection.address)", "status": "\(answer.status)"])
        }
    }
}

extension ServerAnswer {
    static func decoded<Resource: Decodable>(_ type: Resource.Type, from body: [UInt8]) throws -> Resource {
        try JSONReader.value(of: body).decoded(type)
    }
}
