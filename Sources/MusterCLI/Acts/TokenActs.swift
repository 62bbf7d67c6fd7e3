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
        static let verb = ActName.tokenIssue
        static let configuration = CommandConfiguration(
            commandName: "issue", abstract: about("tokenIssue"), discussion: examples("tokenIssue"), aliases: ["签发"])

        @Argument(help: help("tokenPost")) var post: String

        @Option(name: .long, help: help("expires")) var expires: String?

        @Flag(name: .long, help: help("readOnly")) var readOnly = false

        @Option(name: .long, help: help("label")) var label: String?

        @Option(name: .long, help: help("out")) var out: String?

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "post": .string(post), "expires": try typed.deadline(expires), "readOnly": typed.flag(readOnly),
                    "label": label.map { .string($0) },
                ])
        }

        /// The file is made first: a token that could not be kept would be lost.
        func run(in session: Session) async throws {
            guard let out, !act.dryRun else {
                return ActReport(try await perform(in: session)).print(on: session.console)
            }
            let file = try SecretFile(making: out)
            let receipt: ActReceipt
            do { receipt = try await perform(in: session) } catch {
                file.remove()
                throw error
            }
            if let token = receipt.token { try file.write(token) } else { file.remove() }
            ActReport(receipt, showsToken: false).print(on: session.console)
        }
    }

    struct Revoke: Act {
        static let verb = ActName.tokenRevoke
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: about("tokenRevoke"), discussion: examples("tokenRevoke"),
            aliases: ["吊销"])

        @Argument(help: help("token")) var token: String

        @Option(name: .long, help: help("reason")) var reason: String?

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(Self.verb, ["token": .string(token), "reason": try typed.text(reason, "--reason")])
        }
    }
}
