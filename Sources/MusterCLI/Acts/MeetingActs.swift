import ArgumentParser
import MusterAPI
import MusterDomain

/// `muster meeting …`: meetings whose decisions become tasks.
struct Meeting: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting", abstract: about("meeting"),
        subcommands: [Convene.self, Hold.self, Minutes.self, Amend.self, Cancel.self], aliases: ["会议"])
}

extension Meeting {
    struct Convene: Act {
        static let verb = ActName.meetingConvene
        static let configuration = CommandConfiguration(
            commandName: "convene", abstract: about("meetingConvene"), discussion: examples("meetingConvene"),
            aliases: ["召集", "召集会议"])

        @Argument(help: help("whistle")) var whistle: String

        @Option(name: .long, help: help("meetingKind")) var kind: String = "coordination"

        @Option(name: .long, parsing: .unconditional, help: help("at")) var at: String

        @Option(name: .customLong("invite"), parsing: .singleValue, help: help("invite")) var invite: [String] = []

        @Option(name: .long, help: help("agenda")) var agenda: String

        @Option(name: .long, help: help("venue")) var venue: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "kind": try typed.code(kind, "--kind", as: MeetingKind.self),
                    "at": try typed.moment(at), "invited": .array(invite.map { .string($0) }),
                    "agenda": try typed.text(agenda, "--agenda"), "venue": try typed.text(venue, "--venue"),
                ])
        }
    }

    struct Hold: Act {
        static let verb = ActName.meetingHold
        static let configuration = CommandConfiguration(
            commandName: "hold", abstract: about("meetingHold"), discussion: examples("meetingHold"), aliases: ["召开"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("meeting")) var meeting: Int

        @Option(name: .customLong("attended"), parsing: .singleValue, help: help("attended")) var attended: [String] =
            []

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "meeting": JSONValue(meeting),
                    "attended": .array(attended.map(typed.attendance)),
                ])
        }
    }

    struct Minutes: Act {
        static let verb = ActName.meetingMinutes
        static let configuration = CommandConfiguration(
            commandName: "minutes", abstract: about("meetingMinutes"), discussion: examples("meetingMinutes"),
            aliases: ["纪要"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("meeting")) var meeting: Int

        @Option(name: .customLong("text"), help: help("minutes")) var minutes: String

        @Option(name: .customLong("decision"), parsing: .singleValue, help: help("decision")) var decision: [String] =
            []

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "meeting": JSONValue(meeting),
                    "text": try typed.text(minutes, "--text"),
                    "decisions": .array(try decision.map { try typed.decision($0) }),
                ])
        }
    }

    struct Amend: Act {
        static let verb = ActName.meetingAmend
        static let configuration = CommandConfiguration(
            commandName: "amend", abstract: about("meetingAmend"), discussion: examples("meetingAmend"),
            aliases: ["更正纪要", "更正会议纪要"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("meeting")) var meeting: Int

        @Option(name: .customLong("text"), help: help("minutes")) var minutes: String

        @Option(name: .long, help: help("reason")) var reason: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "meeting": JSONValue(meeting),
                    "text": try typed.text(minutes, "--text"),
                    "reason": try typed.text(reason, "--reason"),
                ])
        }
    }

    struct Cancel: Act {
        static let verb = ActName.meetingCancel
        static let configuration = CommandConfiguration(
            commandName: "cancel", abstract: about("meetingCancel"), discussion: examples("meetingCancel"),
            aliases: ["取消", "取消会议"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("meeting")) var meeting: Int

        @Option(name: .long, help: help("reason")) var reason: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "meeting": JSONValue(meeting),
                    "reason": try typed.text(reason, "--reason"),
                ])
        }
    }
}
