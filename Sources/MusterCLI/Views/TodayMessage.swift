import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// The figures as one message for a chat: at most ``longest`` characters, the counts first.
struct TodayMessage {
    static let longest = 600
    private let today: Today
    private let reading: Reading

    init(_ today: Today, _ reading: Reading) {
        self.today = today
        self.reading = reading
    }

    /// What the heading names.
    static func heading(_ today: Today, _ reading: Reading) -> [String: String] {
        let start = Moment(milliseconds: today.day.start.milliseconds)
        return [
            "district": reading.view.directory.districtName,
            "date": start.localDateText(reading.language),
            "time": reading.moment(today.now),
        ]
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
        let console = reading.console
        let counts = Today.Figure.allCases.map { figure in
            console.say("today.\(figure.rawValue)") + " \(today[figure].count)"
        }
        var lines = [
            console.say("today.title", Self.heading(today, reading)),
            reading.joined(counts) + (reading.language == .zh ? "。" : "."),
        ]
        guard room > 0 else { return lines.joined(separator: "\n") }
        for figure in Today.Figure.allCases where !today[figure].isEmpty {
            var names: [String] = []
            var seen: Set<WhistleID> = []
            for found in today[figure] {
                for id in [found.earlier, found.whistle] where id.exists && seen.insert(id).inserted {
                    names.append(reading.names.whistle(id))
                }
            }
            let list = reading.joined(Array(names.prefix(room)))
            let key = names.count > room ? "today.lineMore" : "today.line"
            let values = ["figure": console.say("today.\(figure.rawValue)"), "list": list, "count": "\(names.count)"]
            lines.append(console.say(key, values))
        }
        return lines.joined(separator: "\n")
    }
}
