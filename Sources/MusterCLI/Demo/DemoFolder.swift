import EventLog
import Foundation
import MusterAPI
import MusterEngine
import MusterService
import MusterText

/// Where the demonstration lies: the ledger with its key and attachments, the posts' tokens, and the two papers of the
/// story.
struct DemoFolder {
    let files: LedgerFiles
    let slip: String
    let opinion: String
    let path: String

    init(at path: String) {
        self.path = path
        files = LedgerFiles(path: path + "/demo.muster")
        slip = path + "/slip.txt"
        opinion = path + "/opinion.txt"
    }

    /// A folder of its own that nobody keeps.
    static func temporary() -> DemoFolder {
        DemoFolder(at: FileManager.default.temporaryDirectory.path + "/muster-demo-\(UUID().uuidString.lowercased())")
    }

    /// The file with a post's token.
    func token(of post: DemoPost) -> String { path + "/\(post.rawValue).token" }

    /// All of them, by the posts as they would be typed.
    var tokens: [String: String] {
        Dictionary(uniqueKeysWithValues: DemoPost.allCases.map { ($0.typed, token(of: $0)) })
    }

    /// Makes the folder and the papers; what lies there already is never touched.
    func make(_ language: Language) throws(Failure) {
        for file in [files.path, files.key, files.attachments, slip, opinion] + tokens.values.sorted()
        where FileManager.default.fileExists(atPath: file) {
            throw Failure("demoThere", status: .conflict, ["path": file], key: "demo.error.there")
        }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for (file, key) in [(slip, "demo.text.slip"), (opinion, "demo.text.opinion")] {
                let content = Catalogue.muster.say(key, language) + "\n"
                try content.write(toFile: file, atomically: true, encoding: .utf8)
            }
        } catch {
            throw Failure("io", ["detail": "\(path): \(error.fileReason)"])
        }
    }

    /// Makes the ledger's key, which its owner alone can read.
    func makeKey() throws(Failure) -> SigningKey {
        guard let key = SigningKey(seed: Environment.live.randomBytes(32), districtCode: DemoStory.districtCode) else {
            preconditionFailure("any 32 bytes are a seed of Ed25519")
        }
        try files.write([key])
        return key
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
