import Testing

@testable import MusterServer

@Suite struct `A form with a file` {
    private let type = "multipart/form-data; boundary=----form42"

    /// What Chromium sends: a text, a text area and a chosen file.
    private static let sent = [
        "------form42", #"Content-Disposition: form-data; name="command""#, "", "web-1",
        "------form42", #"Content-Disposition: form-data; name="note""#, "", "第一晚", "第二晚",
        "------form42", #"Content-Disposition: form-data; name="file"; filename="照片 100%.jpg""#,
        "Content-Type: image/jpeg", "", "\u{1}\r\n--\r\n------form4\r\n\r\n", "------form42--", "",
    ].joined(separator: "\r\n")

    private func form(_ body: String, _ type: String? = nil) throws(MultipartFault) -> MultipartForm {
        try MultipartForm(Array(body.utf8), contentType: type ?? self.type)
    }

    /// One part with this header and content.
    private func part(_ header: String, _ content: String = "x") throws(MultipartFault) -> MultipartForm {
        try form("------form42\r\n\(header)\r\n\r\n\(content)\r\n------form42--\r\n")
    }

    @Test func `is its texts and its file, byte for byte`() throws {
        let form = try form(Self.sent)
        #expect(form.fields.values == ["command": "web-1", "note": "第一晚\n第二晚", "file": "照片 100%.jpg"])
        #expect(form.file?.field == "file" && form.file?.name == "照片 100%.jpg")
        #expect(form.file?.bytes == Array("\u{1}\r\n--\r\n------form4\r\n\r\n".utf8))
        #expect(try self.form(String(Self.sent.dropLast())) == form)
    }

    @Test func `has no file where none was chosen`() throws {
        let none = try part(#"Content-Disposition: form-data; name="file"; filename="""#, "")
        #expect(none.file == nil && none.fields.values == ["file": ""])
        let nameless = try part(#"Content-Disposition: form-data; name="file"; filename="""#, "x")
        #expect(nameless.file == SentFile(field: "file", name: "", bytes: Array("x".utf8)))
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=a", "a"),
        ("Multipart/Form-Data;boundary=\"a b'()+_,-./:=?\"", "a b'()+_,-./:=?"),
        ("multipart/form-data; charset=utf-8; BOUNDARY=x ", "x"),
        ("multipart/form-data; boundary=\(String(repeating: "z", count: 70))", String(repeating: "z", count: 70)),
    ])
    func `names its boundary`(_ type: String, _ boundary: String) throws {
        #expect(try MultipartBoundary(contentType: type).bytes == Array(boundary.utf8))
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=\(String(repeating: "z", count: 71))", "multipart/mixed; boundary=a",
        "multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=\"a ", "multipart/form-data, x",
        "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=\"ä\"", "multipart/form-data boundary=a",
        "multipart/form-data; boundary=\"a\\\"b\"", "multipart/form-data; boundary=a;", "",
    ])
    func `without one boundary is none`(_ type: String) {
        #expect(throws: MultipartFault.boundary) { try form(Self.sent, type) }
    }

    private static let name = #"Content-Disposition: form-data; name="a""#

    @Test(arguments: [
        (#"Content-Disposition: form-data; name="a%22b""#, "a\"b"), (#"content-disposition:form-data;name=a"#, "a"),
        (#"Content-Disposition: form-data; name="a\"b""#, "a\"b"),
        ("\(name)\r\nX-Other: whatever", "a"), ("\(name)\r\nContent-Type: text/plain; charset=UTF-8", "a"),
        ("\(name)\r\nContent-Transfer-Encoding: binary", "a"),
    ])
    func `has parts with names`(_ header: String, _ name: String) throws {
        #expect(try part(header).fields.values == [name: "x"])
    }

    @Test(arguments: [
        ("X-Other: whatever", MultipartFault.badName), ("Content-Disposition: attachment; name=\"a\"", .badName),
        ("Content-Disposition: form-data", .badName), ("Content-Disposition: form-data; name=\"\"", .badName),
        ("Content-Disposition: form-data; name=\"a", .badName),
        ("Content-Disposition: form-data; name=\"a\" x", .badName),
        ("Content-Disposition: form-data; name=\"a%2\"", .badName),
        ("Content-Disposition: form-data; name=\"%FF\"", .badName),
        ("Content-Disposition: form-data; name=\"a%00\"", .badName),
        ("Content-Disposition: form-data; name=\"a%0D\"", .badName),
        ("Content-Disposition: form-data; name=\"a\"; name=\"b\"", .badName),
        ("Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''x", .badName),
        ("Content-Disposition: form-data; name=\"a\"; filename=\"x%0Ay\"", .badName),
        ("Content-Disposition: form-data; name=\"\(String(repeating: "n", count: 1_025))\"", .badName),
        ("\(name)\r\n\(name)", .badHeader), ("\(name)\r\n folded", .badHeader), (" \(name)", .badHeader),
        ("no colon", .badHeader), (": empty", .badHeader), ("\(name)\r\nX: a\u{0}b", .badHeader),
        ("\(name)\r\nX: a\nb", .badHeader), ("\(name)\r\nX: a\rb", .badHeader), ("Na me: x", .badHeader),
        ("\(name)\r\nContent-Type: text", .badHeader), ("\(name)\r\nContent-Type: text/plain; x", .badHeader),
        ("\(name)\r\nX: \(String(repeating: "x", count: 4_097))", .headerTooLarge),
        (name + (1...8).map { "\r\nX\($0): x" }.joined(), .headerTooLarge),
        ("\(name)\r\nContent-Type: multipart/mixed; boundary=b", .nested),
        ("\(name)\r\nContent-Type: message/rfc822", .nested),
        ("\(name)\r\nContent-Transfer-Encoding: base64", .nested),
        ("\(name)\r\nContent-Type: text/plain; charset=gbk", .notText),
    ])
    func `with a part that is no field of a form is refused`(_ header: String, _ fault: MultipartFault) {
        #expect(throws: fault) { try part(header) }
    }

    @Test(arguments: [
        ("", MultipartFault.frame), ("preamble\r\n\(sent)", .frame), ("\r\n\(sent)", .frame),
        (sent + "epilogue", .frame),
        (sent + "\r\n", .frame), ("------form42--\r\n", .frame), ("------form42 \r\n" + sent.dropFirst(14), .frame),
        ("------form42", .noEnd), ("------form42\r\n\(name)\r\n\r\nx", .noEnd),
        ("------form42\r\n\(name)\r\n\r\nx\r\n------form42", .noEnd),
        ("------form42\r\n\(name)\r\n\r\nx\r\n------form42-", .noEnd),
        ("------form42\r\n\(name)\r\n\r\nx\r\n------form42x\r\n------form42--", .frame),
        ("------form42\r\n\(name)\r\n\r\nx\n------form42--", .frame),
        ("------form42\r\n\(name)\r\n\r\nx------form42--\r\n", .frame),
        ("------form42\r\n\(name)\r\nx\r\n------form42--", .badHeader),
        ("------form42\r\n\r\nx\r\n------form42--", .badHeader),
        ("------form42\r\nX: \(String(repeating: "x", count: 9_000))\r\n------form42--", .headerTooLarge),
    ])
    func `that does not keep the frame is refused`(_ body: String, _ fault: MultipartFault) {
        #expect(throws: fault) { try form(body) }
    }

    @Test func `has each name once, one file, and no more parts and text than a form has`() throws {
        func parts(_ names: [String], _ content: String = "x") -> String {
            names.map { "------form42\r\nContent-Disposition: form-data; \($0)\r\n\r\n\(content)\r\n" }.joined()
                + "------form42--"
        }
        #expect(throws: MultipartFault.repeated) { try form(parts(["name=a", "name=\"%61\""])) }
        let files = ["name=a; filename=a", "name=b; filename=b"]
        #expect(throws: MultipartFault.secondFile) { try form(parts(files)) }
        let many = (1...MultipartForm.mostParts).map { "name=f\($0)" }
        #expect(try form(parts(many)).fields.values.count == MultipartForm.mostParts)
        #expect(throws: MultipartFault.tooManyParts) { try form(parts(many + ["name=more"])) }
        let half = String(repeating: "x", count: MultipartForm.largestText / 2)
        #expect(try form(parts(["name=a", "name=b"], half)).fields["b"] == half)
        #expect(throws: MultipartFault.tooLarge) { try form(parts(["name=a", "name=b"], half + "xx")) }
        #expect(throws: MultipartFault.notText) { try form(parts(["name=a"], "a\u{0}")) }
    }

    @Test func `knows a file's name without its folders`() throws {
        for sent in [#"C:\\fakepath\\现场.jpg"#, "../../现场.jpg", "/tmp/现场.jpg"] {
            let form = try part("Content-Disposition: form-data; name=\"file\"; filename=\"\(sent)\"")
            #expect(form.file?.name == "现场.jpg")
        }
        let quoted = try part("Content-Disposition: form-data; name=\"file\"; filename=\"a%22b%25.jpg\"")
        #expect(quoted.file?.name == "a\"b%25.jpg")
    }
}

/// What a body has become on the way, in every way that a seed can think of.
@Suite struct `A damaged form with a file` {
    private static let boundary = "------form42"
    private static let content: [UInt8] = Array("P\r\n--\r\n------form4\u{0}\u{1}".utf8)

    private static func whole() -> [UInt8] {
        var body = Array("\(boundary)\r\nContent-Disposition: form-data; name=\"command\"\r\n\r\nweb-1\r\n".utf8)
        body += Array("\(boundary)\r\nContent-Disposition: form-data; name=\"caption\"\r\n\r\n整改后\r\n".utf8)
        body += Array("\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n".utf8)
        return body + Array("Content-Type: image/jpeg\r\n\r\n".utf8) + content + Array("\r\n\(boundary)--\r\n".utf8)
    }

    /// One change, so that not all of it is the same any more.
    private static func mutated(_ body: [UInt8], _ random: inout some RandomNumberGenerator) -> [UInt8] {
        var body = body
        let place = Int.random(in: 0..<body.count, using: &random)
        let length = min(body.count - place, Int.random(in: 1...24, using: &random))
        let pieces = [
            "\r\n", "--", "\r\n------form42\r\n", "\r\n------form42--", "\"", ";", "%", "\u{0}", "=", ":", "\\",
        ]
        switch Int.random(in: 0...6, using: &random) {
        case 0: body[place] = UInt8.random(in: 0...255, using: &random)
        case 1: body.removeSubrange(place..<place + length)
        case 2:
            body.insert(contentsOf: body[place..<place + length], at: Int.random(in: 0...body.count, using: &random))
        case 3: body.removeLast(body.count - place)
        case 4: body.insert(contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: place)
        case 5: body[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        default: body.swapAt(place, Int.random(in: 0..<body.count, using: &random))
        }
        return body
    }

    /// How many bytes a body has at least that holds all of this.
    private static func leastLength(of form: MultipartForm) -> Int {
        form.fields.values.reduce(form.file?.bytes.count ?? 0) { length, field in
            length + field.key.utf8.count + field.value.utf8.count + boundary.utf8.count
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `is refused, or read as what it says now, and nothing crashes`(_ seed: UInt64) throws {
        var random = SeededBytes(seed: seed)
        let type = "multipart/form-data; boundary=----form42"
        #expect(throws: Never.self) { try MultipartForm(Self.whole(), contentType: type) }
        var refused = 0
        for _ in 0..<400 {
            var body = Self.whole()
            for _ in 0..<Int.random(in: 1...3, using: &random) where !body.isEmpty {
                body = Self.mutated(body, &random)
            }
            do throws(MultipartFault) {
                let form = try MultipartForm(body, contentType: type)
                // Nothing is passed in silence: the frame is whole, no part has swallowed the next one, and every
                // byte that was read stands in the body.
                #expect(Self.leastLength(of: form) <= body.count)
                #expect(body.starts(with: Array(Self.boundary.utf8)))
                let end = body.suffix(2) == [0x0D, 0x0A] ? body.dropLast(2) : body[...]
                #expect(end.suffix(14) == Array("\(Self.boundary)--".utf8)[...])
                for (name, text) in form.fields.values where name != form.file?.field {
                    #expect(!text.utf8.contains(0))
                    #expect(!text.contains(Self.boundary), "a boundary inside of a text")
                }
                if let bytes = form.file?.bytes {
                    #expect(body.contains(bytes))
                    #expect(!bytes.contains(Array(Self.boundary.utf8)), "a boundary inside of a file")
                }
            } catch { refused += 1 }
        }
        #expect(refused > 200, "only \(refused) of 400 damaged bodies were refused")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `of bytes that chance has made is refused`(_ seed: UInt64) {
        var random = SeededBytes(seed: seed)
        for length in 0..<200 {
            var body = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            body = Array("\(Self.boundary)\r\n".utf8.prefix(Int.random(in: 0...14, using: &random))) + body
            #expect(throws: MultipartFault.self) {
                try MultipartForm(body, contentType: "multipart/form-data; boundary=----form42")
            }
        }
    }

    @Test func `made to be slow is not`() {
        let hyphen = String(repeating: "-", count: 69)
        let header = #"Content-Disposition: form-data; name="file"; filename="a""#
        let hyphens = [UInt8](repeating: UInt8(ascii: "-"), count: 1 << 20)
        let lines = (0..<1 << 16).flatMap { _ in Array("\r\n------------".utf8) }
        for (boundary, content) in [("\(hyphen)x", hyphens), (hyphen, lines)] {
            let body = Array("--\(boundary)\r\n\(header)\r\n\r\n".utf8) + content
            #expect(throws: MultipartFault.noEnd) {
                try MultipartForm(body, contentType: "multipart/form-data; boundary=\(boundary)")
            }
        }
    }
}

/// SplitMix64, so that a seed gives the same run on every machine.
private struct SeededBytes: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
