import MusterAPI
import MusterDomain
import MusterText

/// The figures as one message for a chat: at most ``longest`` characters, the counts first.
struct TodayMessage {
    static let longest = 600
    private let today: TodayFigures
    private let wording: Wording

    init(_ today: TodayFigures, _ wording: Wording) {
        self.today = today
        self.wording = wording
    }

    /// What the heading names.
    static func heading(_ today: TodayFigures, _ wording: Wording) -> [String: String] {
        ["district": today.district, "date": wording.date(today.from), "time": wording.moment(today.at)]
    }

    /// The message with as many whistle numbers as it has room for.
    var text: String {
        for room in [100, 50, 30, 20, 15, 10, 7, 5, 4, 3, 2, 1] {
            let text = message(numbers: room)
            if text.count <= Self.longest { return text }
        }
        return message(numbers: 0)
    }

    private func message(numbers room: Int) -> String {
        let console = wording.console
        let counts = Today.Figure.allCases.map { figure in
            console.say("today.\(figure.rawValue)") + " \(today[figure].count)"
        }
        var lines = [
            console.say("today.title", Self.heading(today, wording)),
            wording.joined(counts) + (wording.language == .zh ? "。" : "."),
        ]
        let seal = today.seal?.words(console.language)
        guard room > 0 else { return (lines + [seal].compactMap(\.self)).joined(separator: "\n") }
        for figure in Today.Figure.allCases where !today[figure].cases.isEmpty {
            var names: [String] = []
            var seen: Set<String> = []
            for found in today[figure].cases {
                for name in [found.earlier, found.whistle].compactMap({ $0 }) where seen.insert(name).inserted {
                    names.append(name)
                }
            }
            let list = wording.joined(Array(names.prefix(room)))
            // A figure beyond what an answer lists counts on.
            let count = names.count + today[figure].count - today[figure].cases.count
            let key = count > room ? "today.lineMore" : "today.line"
            let values = ["figure": console.say("today.\(figure.rawValue)"), "list": list, "count": "\(count)"]
            lines.append(console.say(key, values))
        }
        return (lines + [seal].compactMap(\.self)).joined(separator: "\n")
    }
}
