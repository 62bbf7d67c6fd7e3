import MusterAPI

/// One thing that the API offers: how it is asked, what it answers, and who answers it. Routes, the check of queries
/// and the OpenAPI description all follow the one list of these.
struct Endpoint: Sendable {
    /// GET, POST or PUT.
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
    }

    /// What stands in the answer.
    struct Answer: Sendable {
        /// The name of its schema.
        var schema: String
        /// The status of success.
        var status = 200
        /// Whether it carries an ETag.
        var hasTag = false
        /// Whether it is a file's bytes and no JSON.
        var isFile = false
    }

    /// What a request has to bring.
    enum Body: Sendable {
        case none
        /// The members of an act.
        case act(ActName)
        /// A batch of other systems' cases.
        case imports
        /// The bytes of a file.
        case file
    }

    var method: Method
    /// The whole path, with parameters in braces.
    var template: String
    /// The name of the operation, unique.
    var operation: String
    /// One line for developers.
    var summary: String
    var query: [QueryParameter] = []
    var body = Body.none
    var answer: Answer
    /// Whether the path's last parameter may have slashes, spelt `%2F`.
    var takesEncodedSlash = false
    var handle: @Sendable (any DistrictAPI, APIRequest) async throws(Failure) -> APIAnswer

    /// Whether answering may take folding the log: a past is asked for, or a replay.
    func folds(for asked: APIRequest) -> Bool {
        guard method == .get else { return false }
        // A cursor carries its past.
        let naming = ["to", "asOf", "asRecorded", "at", "from", "date", "cursor"]
        return operation == "getReplay" || naming.contains { asked.query.string($0) != nil }
    }

    /// The names of the parameters in the path.
    var parameters: [String] {
        template.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}

/// A request as an endpoint sees it: decoded and checked in form.
struct APIRequest: Sendable {
    /// The parameters of the path, percent-decoded.
    var parameters: [String: String] = [:]
    /// The parameters of the query, checked against the endpoint's list.
    var query = Query()
    /// The body as JSON; an empty object for an empty body.
    var json = JSONValue.object([])
    /// The body as bytes, where the endpoint takes a file.
    var bytes: [UInt8] = []
    /// `Idempotency-Key`, or an id made for this request.
    var commandID = ""
    /// `If-Match`, as the revision that it names.
    var expectedRevision: Int?
}

/// What an endpoint answers.
struct APIAnswer: Sendable {
    var status = 200
    /// The resource as JSON.
    var body: [UInt8]
    /// The revision that an ETag names.
    var revision: Int?
    /// Which past is answered, for the ETag; nil for the present.
    var past: String?
    /// The cursor of the next page, for a `Link` header.
    var nextCursor: String?
    /// Where the made resource lies, behind the district's address.
    var location: String?
    /// Whether the log had the command already.
    var isReplay = false

    init(_ resource: some Encodable & Sendable) { body = JSONValue.bytes(encoding: resource) }

    /// JSON that is there already.
    init(json: [UInt8], nextCursor: String?) {
        body = json
        self.nextCursor = nextCursor
    }

    /// A file.
    init(_ file: FileContent) { body = file.bytes }

    /// Nothing but the status.
    init(status: Int) {
        self.status = status
        body = []
    }
}
