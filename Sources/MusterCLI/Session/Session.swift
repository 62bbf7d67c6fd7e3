import ArgumentParser
import EventLog
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText
import SQLiteEventStore

/// One run of the program: its terminal, its settings, and the ledger or the server that they name.
final class Session {
    private(set) var console: Console
    let settings: Settings
    let options: LedgerOptions
    /// Where the district is; nil if nobody says.
    let place: Place?
    /// The language that somebody asked for; nil leaves it to the ledger.
    private let chosen: Language?
    /// The way to a server, once it was needed.
    var connection: ServerConnection?
    /// Whether the log behind it has been held against what this machine knows of it.
    var isPinChecked = false
    /// The ledger's file, while it is open for writing.
    private(set) var writer: SQLiteEventStore?
    /// The ledger in it, whose head is signed at the end.
    private(set) var written: Ledger?

    init(_ options: LedgerOptions) throws(Failure) {
        if let lang = options.lang, Language(named: lang) == nil {
            throw Failure("badValue", status: .usage, ["text": lang, "option": "--lang", "allowed": "zh, en"])
        }
        let environment = ProcessInfo.processInfo.environment
        let settings = try Settings(environment: environment)
        self.settings = settings
        self.options = options
        place = try Place(options, settings)
        chosen = Language.chosen(flag: options.lang ?? settings[.lang]?.text, environment: environment)
        console = Console(language: chosen ?? .zh, isJSON: options.json, noColor: options.noColor)
    }

    /// The files of the ledger that is named; an error if none is, or if the district lies behind a server.
    var files: LedgerFiles {
        get throws(Failure) {
            switch place {
            case .ledger(let path): return LedgerFiles(path: path)
            case .server: throw Failure("embeddedOnly", status: .usage)
            case nil: throw Failure("noLedger", status: .usage)
            }
        }
    }

    /// Where the ledger lies.
    var path: String {
        get throws(Failure) { try files.path }
    }

    /// Whether the ledger's language counts.
    var asksLedgerForLanguage: Bool { chosen == nil }

    /// The store for reading.
    func openStore() async throws -> SQLiteEventStore {
        let path = try files.path
        do { return try await SQLiteEventStore.open(at: path, mode: .read) } catch { throw Failure(error) }
    }

    /// The ledger for writing. A command that holds it for a moment is waited for; a server is not.
    ///
    /// - Parameter signing: How its heads are signed; asked for once nobody else can write it any more.
    func openLedger(signing: ((Session) throws -> HeadSigning?)? = nil) async throws -> Ledger {
        let store = try await openWriter()
        let signing = try signing.map { try $0(self) } ?? headSigning()
        let ledger = try await guarding { () async throws(LedgerError) in
            try await Ledger.open(store, environment: .live, signing: signing)
        }
        written = ledger
        adopt(ledger.view.directory.language)
        return ledger
    }

    private func openWriter() async throws -> SQLiteEventStore {
        let path = try files.path
        var attempts = 30
        while true {
            do throws(EventStoreError) {
                let store = try await SQLiteEventStore.open(at: path, mode: .write)
                writer = store
                return store
            } catch {
                guard case .held = error, attempts > 0 else { throw Failure(error) }
                attempts -= 1
            }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// How the heads of the ledger are signed; nil without its key.
    func headSigning() throws(Failure) -> HeadSigning? {
        let files = try files
        do { return try files.signing() } catch { throw Failure(error) }
    }

    /// The language is the ledger's where nobody has asked for one.
    func adopt(_ language: String?) {
        if chosen == nil, let language = language.flatMap(Language.init(rawValue:)) { console.language = language }
    }

    /// Runs something on a ledger, turning its errors into the program's.
    func guarding<Result>(
        names: Rendering = .empty, _ body: () async throws(LedgerError) -> Result
    ) async throws -> Result {
        do { return try await body() } catch { throw Failure(error, names: names) }
    }
}

/// A command of the program: everything it does happens in a session, and a failure ends in one place.
protocol MusterCommand: AsyncParsableCommand {
    var options: LedgerOptions { get }
    func run(in session: Session) async throws
    /// With which status a failure ends the program.
    func exitStatus(of failure: Failure) -> Int32
}

extension MusterCommand {
    func exitStatus(of failure: Failure) -> Int32 { failure.status.rawValue }
}

extension MusterCommand {
    func run() async throws {
        var console = Console(language: helpLanguage, isJSON: options.json, noColor: options.noColor)
        do {
            let session = try Session(options)
            console = session.console
            do { try await run(in: session) } catch {
                console = session.console
                await session.close()
                throw error
            }
            await session.close()
        } catch let failure as Failure {
            console.endProgress()
            console.report(failure)
            throw ExitCode(exitStatus(of: failure))
        }
    }
}

extension Console {
    /// A failure: one line for people, or an object with both languages for programs. Always on stderr.
    func report(_ failure: Failure) {
        guard isJSON else {
            note(messagePalette.paint(say("error.prefix"), .red) + failure.sentence(language) + " [\(failure.code)]")
            return
        }
        struct Report: Encodable {
            var code, zh, en: String
            var exit: Int32
        }
        let report = Report(
            code: failure.code, zh: failure.sentence(.zh), en: failure.sentence(.en), exit: failure.status.rawValue)
        note(jsonLine(["error": report]))
    }
}
