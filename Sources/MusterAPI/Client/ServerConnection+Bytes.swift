extension ServerConnection {
    /// Asks for bytes that are no resource of the API; nil where the server has none, or gives them to nobody.
    /// - Parameters:
    ///   - path: Behind the server's address, percent-encoded.
    ///   - query: Parameters, not encoded yet.
    ///   - isNewest: Whether whatever has stored an answer on the way is passed by.
    public func bytes(
        at path: String, query: [(name: String, value: String)] = [], isNewest: Bool = false
    ) async throws(Failure) -> [UInt8]? {
        var call = ServerCall(path: path)
        call.query = query
        call.accept = "*/*"
        call.mayBeAbsent = true
        if isNewest { call.headers = [(name: "cache-control", value: "no-cache")] }
        let answer = try await answer(to: call)
        return (200..<300).contains(answer.status) ? answer.body : nil
    }
}
