import MusterAPI
import MusterEngine
import MusterService
import MusterText

/// The server that the demonstration leaves running: by today's clock, until a signal ends it.
struct DemoOpening {
    let folder: DemoFolder
    let console: Console
    /// Whether the folder stays when the server has ended.
    let isKept: Bool

    /// A department, the street and the centre, for who wants to look at each one's pages.
    private static let shown: [DemoPost] = [.legacy, .clerk, .duty]

    /// Serves until SIGTERM or SIGINT.
    /// - Parameter announce: Called with the address once connections are accepted.
    func serve(announce: @escaping @Sendable (String) -> Void) async throws {
        let opened = try await DemoServer(folder.files.path, environment: .live, language: console.language)
        let signals = Signals(opened.server)
        defer { signals.end() }
        try await opened.run(onStart: announce)
    }

    /// What is needed to go on: addresses, and what to sign in with.
    func print(_ address: String) {
        console.out("")
        console.out(console.palette.paint(console.say("demo.open.title"), .bold))
        list([
            (console.say("demo.open.web"), address + "/"),
            (console.say("demo.open.api"), address + "/v1/districts/" + DemoStory.districtCode),
        ])
        console.out(console.say("demo.open.tokens"))
        list(Self.shown.map { ("\(console.say($0.unit.shortName)) \(console.say($0.title))", folder.token(of: $0)) })
        console.out(console.say(isKept ? "demo.open.kept" : "demo.open.temporary", ["path": folder.path]))
    }

    private func list(_ rows: [(name: String, value: String)]) {
        let columns = rows.map { displayWidth($0.name) }.max() ?? 0
        for row in rows {
            console.out("  \(row.name.padded(to: columns))  " + console.palette.paint(row.value, .cyan))
        }
    }
}
