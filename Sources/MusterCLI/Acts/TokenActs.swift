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
        commandName: "token", abstract: about("token"), subcommands: [Issue.self, TokenList.self, Revoke.self],
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
}
