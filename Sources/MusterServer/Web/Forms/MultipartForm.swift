/// A form that came as `multipart/form-data` (RFC 7578), read strictly: its texts, and at most one file.
///
/// 1. The body begins with `--boundary` and a line end; nothing stands before it.
/// 2. Each part is a header, an empty line and its bytes, up to the next line that begins with `--boundary`, which is
///    nowhere else.
/// 3. Such a line goes on with a line end, and another part follows, or with `--`, and the body ends, with or without
///    a last line end.
///
/// What mail allows besides (a preamble, an epilogue, white space behind a boundary, folded header lines) no browser
/// sends, so it is refused rather than guessed at. The body is in memory already; the file is a part of it.
struct MultipartForm: Sendable, Equatable {
    /// The texts. The file's field is there too, with the file's name.
    var fields: FormFields
    /// The file; nil where none was chosen.
    var file: SentFile?

    /// At most so many parts are taken.
    static let mostParts = 32
    /// At most so many bytes of text: sent again as another kind of form, each may become three.
    static let largestText = FormFields.largest / 3

    /// Reads a body. How large the file may be is for its field to say.
    init(_ body: [UInt8], contentType: String) throws(MultipartFault) {
        let line = [UInt8(ascii: "-"), UInt8(ascii: "-")] + (try MultipartBoundary(contentType: contentType)).bytes
        let boundary = ByteSearch(line)
        let headerEnd = ByteSearch([0x0D, 0x0A, 0x0D, 0x0A])
        guard body.starts(with: line) else { throw .frame }
        var values: [String: String] = [:]
        var textBytes = 0
        var place = line.count
        while try Self.goesOn(body, &place) {
            guard values.count < Self.mostParts else { throw .tooManyParts }
            let end = try Self.end(of: body, from: place, boundary)
            let most = body[place..<min(end, place + PartHeader.largest + 4)]
            guard let blank = headerEnd.first(in: Array(most), from: 0).map({ place + $0 }) else {
                throw most.endIndex == end ? .badHeader : .headerTooLarge
            }
            let header = try PartHeader(body[place..<blank])
            guard values[header.name] == nil else { throw .repeated }
            let content = body[blank + 4..<end]
            place = end + 2 + line.count
            if let name = header.fileName {
                // A field for a file in which none was chosen has neither a name nor bytes.
                values[header.name] = name
                guard !name.isEmpty || !content.isEmpty else { continue }
                guard file == nil else { throw .secondFile }
                file = SentFile(field: header.name, name: name, bytes: Array(content))
            } else {
                textBytes += content.count
                guard textBytes <= Self.largestText else { throw .tooLarge }
                guard let text = FormText.text(of: content) else { throw .notText }
                values[header.name] = text
            }
        }
        guard !values.isEmpty else { throw .frame }
        fields = FormFields(values)
    }

    /// Where the part that begins at a place ends: before the line end that belongs to the next boundary.
    ///
    /// A boundary that does not begin a line is no part's content either, as senders have chosen one that is nowhere in
    /// it (RFC 2046, 5.1.1): it comes from a body that was cut or patched, of which two parts would be read as one.
    private static func end(of body: [UInt8], from place: Int, _ boundary: ByteSearch) throws(MultipartFault) -> Int {
        guard let next = boundary.first(in: body, from: place) else { throw .noEnd }
        guard next - 2 >= place, body[next - 2] == 0x0D, body[next - 1] == 0x0A else { throw .frame }
        return next - 2
    }

    /// Whether a part follows a boundary that ends at this place; the place is moved to the part.
    private static func goesOn(_ body: [UInt8], _ place: inout Int) throws(MultipartFault) -> Bool {
        let rest = body[place...]
        if rest.starts(with: [0x0D, 0x0A]) {
            place += 2
            return true
        }
        guard rest.starts(with: [UInt8(ascii: "-"), UInt8(ascii: "-")]) else {
            throw rest.count < 2 ? .noEnd : .frame
        }
        guard rest.count == 2 || Array(rest.dropFirst(2)) == [0x0D, 0x0A] else { throw .frame }
        return false
    }
}

/// A file that was sent with a form.
struct SentFile: Sendable, Equatable {
    /// The name of its field.
    var field: String
    /// Its name at the sender's, without folders; empty where the sender said none.
    var name: String
    /// Its bytes.
    var bytes: [UInt8]
}
