import ArgumentParser
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// `muster token …`: by what programmes act for a post.
struct TokenCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: about("token"), subcommands: [Issue.self, List.self, Revoke.self],
        aliases: ["令牌"])
}

extension TokenCommands {
    struct Issue: Act {
        static let verb = "tokenIssue"
        static let configuration = CommandConfiguration(
            commandName: "issue", abstract: about("tokenIssue"), discussion: examples("tokenIssue"), aliases: ["签发"])

        /// One run of the program issues one token.
        private static let token = AccessToken(from: .live)

        @Argument(help: help("tokenPost")) var post: String

        @Option(name: .long, help: help("expires")) var expires: String = "+365d"

        @Flag(name: .long, help: help("readOnly")) var readOnly = false

        @Option(name: .long, help: help("label")) var label: String?

        @Option(name: .long, help: help("out")) var out: String?

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func command(at desk: Desk) throws -> Command {
            .issueToken(
                post: try desk.actor(post).post, id: Self.token.id, secretHash: Self.token.secretHash,
                expires: try desk.deadline(expires), readOnly: readOnly, label: label.map { desk.normalised($0) })
        }

        var shownOnce: String? { out == nil ? Self.token.text : nil }

        /// The file is made first: a token that could not be kept would be lost.
        func run(in session: Session) async throws {
            guard let out, !act.dryRun else { return try await perform(in: session) }
            try LedgerFiles.writeSecret(Self.token.text, to: out)
            do { try await perform(in: session) } catch {
                // Where the outcome is unknown the token may be good.
                if (error as? Failure)?.code != "outcomeUnknown" { try? FileManager.default.removeItem(atPath: out) }
                throw error
            }
        }
    }

    struct Revoke: Act {
        static let verb = "tokenRevoke"
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: about("tokenRevoke"), discussion: examples("tokenRevoke"),
            aliases: ["吊销"])

        @Argument(help: help("token")) var token: String

        @Option(name: .long, help: help("reason")) var reason: String?

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func command(at desk: Desk) throws -> Command {
            let id = desk.normalised(token)
            guard let known = desk.directory.token(named: id) else {
                throw Failure("unknownToken", status: .notFound, ["text": id])
            }
            return .revokeToken(known, reason: try reason.map { try desk.text($0, "--reason") })
        }
    }

    /// The tokens with what they are good for; neither secrets nor hashes.
    struct List: MusterCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: about("token.list"), aliases: ["列表"])

        @OptionGroup var options: LedgerOptions

        @Flag(name: .long, help: help("allTokens")) var all = false

        func run(in session: Session) async throws {
            let reading = try await Reading(session)
            let console = reading.console
            let columns = ["token", "unit", "post", "person", "expires", "scope", "state", "label"]
            var table = TextTable(columns: columns.map { .init(console.say("list.column.\($0)")) })
            for (index, token) in reading.view.directory.tokens.enumerated() {
                let state = state(of: TokenID(rawValue: UInt32(index + 1)), reading)
                guard all || state == "good" else { continue }
                let post = reading.view.directory.post(token.post)
                if console.isJSON {
                    console.out([
                        "token": .string(token.id), "unit": JSONValue(post.flatMap { reading.code(of: $0.unit) }),
                        "post": JSONValue(post?.code), "person": .string(token.person),
                        "issued": JSONValue(token.issuedAt), "expires": JSONValue(token.expires),
                        "readOnly": .bool(token.isReadOnly), "state": .string(state), "label": JSONValue(token.label),
                    ])
                }
                let scope = console.say(token.isReadOnly ? "list.token.readOnly" : "list.token.readWrite")
                table.add([
                    TextTable.Cell(token.id, ink: .cyan),
                    TextTable.Cell(post.map { reading.names.unit($0.unit) } ?? ""), TextTable.Cell(post?.title ?? ""),
                    TextTable.Cell(token.person),
                    TextTable.Cell(reading.moment(token.expires)), TextTable.Cell(scope),
                    TextTable.Cell(console.say("list.token.\(state)"), ink: state == "good" ? nil : .dim),
                    TextTable.Cell(token.label ?? ""),
                ])
            }
            if table.rows.isEmpty { return console.note(console.say("list.noTokens")) }
            if !console.isJSON {
                for line in table.lines(terminalWidth: console.width, palette: console.palette) { console.out(line) }
            }
        }

        private func state(of token: TokenID, _ reading: Reading) -> String {
            let row = reading.board.tokens[token]
            if row.isRevoked { return "revoked" }
            if reading.now >= row.expires { return "expired" }
            return reading.board.isGood(token: token, at: reading.now) ? "good" : "orphaned"
        }
    }
}
