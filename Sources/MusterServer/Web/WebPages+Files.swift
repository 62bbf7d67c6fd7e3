import HTTPTypes
import MusterAPI
import MusterText

extension WebPages {
    /// Texts of a form, and the file if it had one.
    struct SentForm {
        var fields: FormFields
        var file: SentFile?
        /// Whether it came in the way that can carry a file.
        var isMultipart: Bool
    }

    /// At most so many bytes are taken in the body of a form with a file: enough that of a file up to twice as large as
    /// is kept its own field says so, and not a page that has lost what was typed.
    var fileBodyLimit: Int { 2 * fileLimit + Self.bodyLimit }

    /// A form that may carry a file, sent from a page of this server.
    func formWithFile(_ request: WebRequest) throws(PageExit) -> SentForm {
        guard request.isMultipart else { return SentForm(fields: try form(request), file: nil, isMultipart: false) }
        guard Provenance.isOwn(request.headers, host: request.host) else { throw .foreign }
        do throws(MultipartFault) {
            let form = try MultipartForm(request.body, contentType: request.headers[.contentType] ?? "")
            guard form.file.map({ $0.field == ActField.fileName }) ?? true else { throw .badName }
            return SentForm(fields: form.fields, file: form.file, isMultipart: true)
        } catch { throw error == .tooLarge ? .unreadable(.tooLarge) : .malformed(error) }
    }

    /// How many bytes of a form's body are worth reading, before anything of it is believed: none from another site, a
    /// large one only from a browser that has been signed in here.
    func bodyLimit(_ request: WebRequest) async -> Int {
        guard request.isMultipart else { return Self.bodyLimit }
        guard Provenance.isOwn(request.headers, host: request.host) else { return 0 }
        return await hasBeenSignedIn(request) ? fileBodyLimit : Self.bodyLimit
    }

    /// An attached file, to be saved and never to be shown: what others have sent is no page of this server.
    func file(_ request: WebRequest) async throws(PageExit) -> WebResponse {
        let reader = try await reader(request)
        let name = request.parameters["whistle"] ?? ""
        let whistle = try await asking(reader) { () async throws(Failure) in try await reader.api.whistle(name) }
        let wanted = request.parameters["sha256"]
        guard let attached = AttachedFile.all(in: whistle.events).first(where: { $0.sha256 == wanted }) else {
            throw .notFound
        }
        let file: FileContent
        do throws(Failure) { file = try await reader.api.file(attached.sha256, of: whistle.whistle) } catch {
            guard ["fileNotKept", "fileDamaged"].contains(error.code) else { throw .failure(error, reader.frame) }
            let words = PageSentence.of(error, reader.frame.wording.language)
            return Self.errorPage(status: error.httpStatus, detail: words, request, frame: reader.frame)
        }
        return WebResponse(
            status: .ok,
            headers: [
                .contentType: "application/octet-stream", .xContentTypeOptions: "nosniff", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(attached.name(of: whistle.whistle))\"",
            ],
            body: file.bytes, session: reader.session)
    }
}

extension WebRequest {
    /// Whether the body is a form that can carry a file.
    var isMultipart: Bool {
        (headers[.contentType] ?? "").prefix { $0 != ";" }.trimmed.lowercased() == MultipartBoundary.media
    }
}
