@testable import MusterServer

/// A form with a file as browsers write it.
enum Multipart {
    static let boundary = "----WebKitFormBoundaryq5Zt0aXyGm2Pq9aB"

    static func body(_ fields: [String: String], _ file: SentFile) -> [UInt8] {
        var body: [UInt8] = []
        func add(_ header: String, _ content: [UInt8]) {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; \(header)\r\n\r\n".utf8) + content
            body += Array("\r\n".utf8)
        }
        for field in fields.sorted(by: { $0.key < $1.key }) { add("name=\"\(field.key)\"", Array(field.value.utf8)) }
        // What a browser says of the content is its guess, and here it is wrong on purpose.
        add("name=\"\(file.field)\"; filename=\"\(file.name)\"\r\nContent-Type: text/html", file.bytes)
        return body + Array("--\(boundary)--\r\n".utf8)
    }
}
