import Foundation
import MusterAPI
import MusterText

/// `muster replay --watch`: on a terminal step by step as keys are pressed or time passes; elsewhere, and as JSON,
/// all steps one after the other.
struct ReplayWatch {
    let steps: any ReplaySteps
    let console: Console
    /// Steps a second that go by themselves; nil waits for keys alone.
    let perSecond: Int?

    func run() async throws {
        guard steps.count > 0 else { return console.note(console.say("log.empty")) }
        guard !console.isJSON, console.width != nil, let terminal = RawTerminal() else { return try await printAll() }
        try await play(on: terminal)
    }

    private func printAll() async throws {
        if !console.isJSON { console.out(console.palette.paint(steps.title, .bold)) }
        for index in 0..<steps.count {
            let step = try await steps.step(index)
            if console.isJSON { console.out(step.json) } else { step.lines.forEach(console.out) }
        }
    }

    private func play(on terminal: RawTerminal) async throws {
        let source = KeySource(terminal, ticksPerSecond: perSecond)
        defer { source.end() }
        var index = 0
        try await draw(index)
        for await key in source.keys {
            let wanted: Int
            switch key {
            case .next, .tick: wanted = min(index + 1, steps.count - 1)
            case .back: wanted = max(index - 1, 0)
            case .redraw: wanted = index
            case .quit: return
            }
            guard wanted != index || key == .redraw else { continue }
            index = wanted
            try await draw(index)
        }
    }

    private func draw(_ index: Int) async throws {
        let step = try await steps.step(index)
        let numbers = ["step": "\(index + 1)", "steps": "\(steps.count)"]
        var lines = [
            console.palette.paint(steps.title, .bold), console.say("replay.watch.keys", numbers), "",
        ]
        lines += step.lines.flatMap { line in
            // One that is painted is cut by the terminal itself.
            console.width.map { line.contains("\u{1B}") ? [line] : line.wrapped(to: $0) } ?? [line]
        }
        if !step.details.isEmpty { lines += [""] + step.details }
        if let height = RawTerminal.height { lines = Array(lines.prefix(max(4, height - 1))) }
        // Home, and everything below it wiped (ECMA-48 CUP, ED).
        console.out("\u{1B}[H\u{1B}[2J" + lines.joined(separator: "\n"))
    }
}
