extension RemoteDistrict {
    /// Sends the act under its id, as often as it takes, and gives the answer of the log.
    public func submit(_ request: ActRequest, _ options: ActOptions) async throws(Failure) -> ActReceipt {
        // What could not stand in a header is no id for the log either.
        guard options.commandID.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !options.commandID.isEmpty else {
            throw Failure("badCommandID", status: .usage, ["id": options.commandID])
        }
        try checkNames(in: request)
        let root = try await root()
        var call = call(root + request.path, method: .post)
        call.contentType = "application/json"
        call.body = request.body.bytes
        call.headers.append((name: "idempotency-key", value: Self.quoted(options.commandID)))
        if let revision = options.expectedRevision {
            call.headers.append((name: "if-match", value: "\"\(revision)\""))
        }
        if options.isDryRun {
            call.query = [(name: "dryRun", value: "true")]
            return try read(ActReceipt.self, try await connection.answer(to: call))
        }
        let command = CarriedCommand(id: options.commandID, question: question(options.commandID, root))
        return try read(ActReceipt.self, try await connection.answer(to: call, carrying: command))
    }

    /// What the server says has become of a command id; nil if the log has none of that id.
    public func command(_ id: String) async throws(Failure) -> CommandStatus? {
        do {
            return try read(
                CommandStatus.self, try await connection.answer(to: question(id, try await root())))
        } catch {
            // What can't be an id is none of the log's.
            if error.code == "unknownCommandID" || error.status == .usage { return nil }
            throw error
        }
    }

    /// Sends the file.
    public func keep(_ file: FileContent) async throws(Failure) {
        var call = call(try await root() + "/files/" + ActRequest.segment(file.sha256), method: .put)
        call.contentType = "application/octet-stream"
        call.body = file.bytes
        _ = try await connection.answer(to: call)
    }

    /// Sends the batch as often as it takes: what has come in by a lost answer is there, and not added again.
    public func importCases(_ batch: ImportBatch) async throws(Failure) -> ImportReceipt {
        var call = call(try await root() + "/imports", method: .post)
        call.contentType = "application/json"
        call.body = batch.body.bytes
        return try read(ImportReceipt.self, try await connection.answer(to: call))
    }

    /// Fetches an attached file. The server has compared its bytes with its hash.
    public func file(_ sha256: String, of whistle: String) async throws(Failure) -> FileContent {
        let path = "/whistles/\(ActRequest.segment(whistle))/files/\(ActRequest.segment(sha256))"
        var call = call(try await root() + path)
        call.accept = "application/octet-stream"
        let answer = try await connection.answer(to: call)
        return FileContent(sha256: sha256, bytes: answer.body)
    }

    private func question(_ id: String, _ root: String) -> ServerCall {
        call(root + "/commands/" + ActRequest.segment(id))
    }

    /// An id as a string of structured fields (RFC 9651).
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// A name that no path can carry is nobody's; the ledger would say the same.
    private func checkNames(in request: ActRequest) throws(Failure) {
        for parameter in request.act.schema.parameters {
            guard case .string(let text)? = request.values[parameter.name] else { continue }
            let isPlain = text.unicodeScalars.allSatisfy { scalar in
                scalar != "/" && scalar != "\\" && scalar.properties.generalCategory != .control
                    && !scalar.properties.isDefaultIgnorableCodePoint
            }
            guard isPlain, text != ".", text != ".." else { throw parameter.form.unknown(text, parameter.name) }
        }
    }
}

extension ActMember.Form {
    /// There is nothing of that name.
    fileprivate func unknown(_ text: String, _ member: String) -> Failure {
        switch self {
        case .whistle: Failure("unknownWhistle", status: .notFound, ["text": text], member: member)
        case .unit:
            Failure("unknownUnit", status: .notFound, ["text": text], key: "error.unknownUnitAlone", member: member)
        default: Failure("unknownToken", status: .notFound, ["text": text], member: member)
        }
    }
}
