import Foundation
import Testing

/// A district twice: as its file, and behind a server. Both logs begin alike, with a token for every post that acts.
struct Served {
    let file: District
    private let behind: District
    private let server: Program.Running
    private let address: String
    private static let actors = [
        District.street, District.chief, District.housing, District.planning, District.enforcement, District.centre,
    ]

    init() throws {
        var file = try District.copy()
        for (number, actor) in Self.actors.enumerated() {
            try file.done("token", "issue", actor, "--out", file.scratch.path("token-\(number)"), as: District.centre)
        }
        let behind = District(scratch: try Scratch(), raised: file.raised, handled: file.handled)
        for ending in ["", "-wal", ".key"] where FileManager.default.fileExists(atPath: file.ledger + ending) {
            try FileManager.default.copyItem(atPath: file.ledger + ending, toPath: behind.ledger + ending)
        }
        server = try behind.program.start(["serve", "--ledger", behind.ledger, "--listen", "127.0.0.1:0"])
        let end = ContinuousClock.now + .seconds(60)
        while server.printed.split(separator: "\n").first?.hasPrefix("http://") != true, ContinuousClock.now < end {
            Thread.sleep(forTimeInterval: 0.02)
        }
        address = try #require(server.printed.split(separator: "\n").first.map(String.init), "\(server.complained)")
        file.raised = behind.raised
        self.file = file
        self.behind = behind
        // What is said once, at the first contact with a log, is said here.
        let client = Program(
            scratch: file.scratch,
            environment: ["MUSTER_SERVER": address, "MUSTER_TOKEN_FILE": file.scratch.path("token-0")])
        try #require(try client.run(["whoami"]).status == 0)
    }

    /// Ends the server.
    func end() throws {
        server.process.terminate()
        _ = try server.wait()
    }

    /// The same command in both ways, by the same post.
    /// - Parameter after: Looks at what each of the two has left.
    func both(
        _ arguments: [String], as actor: String, input: Data? = nil, after: () -> Void = {}
    ) throws -> (file: Program.Answer, server: Program.Answer) {
        let number = try #require(Self.actors.firstIndex(of: actor))
        var program = Program(scratch: file.scratch, environment: ["MUSTER_SERVER": address])
        program.environment["MUSTER_TOKEN_FILE"] = file.scratch.path("token-\(number)")
        let byFile = try file.muster(arguments, as: actor, input: input)
        after()
        let byServer = try program.run(arguments, input: input)
        after()
        return (byFile, byServer)
    }

    /// A view in both ways; the file is read by whoever can open it, the server by the centre.
    func views(_ arguments: [String]) throws -> (file: Program.Answer, server: Program.Answer) {
        let number = try #require(Self.actors.firstIndex(of: District.centre))
        let program = Program(
            scratch: file.scratch,
            environment: ["MUSTER_SERVER": address, "MUSTER_TOKEN_FILE": file.scratch.path("token-\(number)")])
        return (try file.muster(arguments), try program.run(arguments))
    }
}
