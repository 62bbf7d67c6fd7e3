package import Logging
package import MusterDomain

/// Writes log events as lines to wherever the program's messages go: JSON for machines, or text for people.
package struct LineLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel = Logger.Level.info

    private let label: String
    private let format: ServerConfiguration.LogFormat
    private let now: @Sendable () -> Instant
    private let write: @Sendable (String, Logger.Level) -> Void

    /// A handler.
    /// - Parameters:
    ///   - write: Takes one line, its end included; called from any thread.
    ///   - now: The time of each line.
    package init(
        label: String, format: ServerConfiguration.LogFormat, now: @escaping @Sendable () -> Instant,
        write: @escaping @Sendable (String) -> Void
    ) {
        self.label = label
        self.format = format
        self.now = now
        self.write = { line, _ in write(line) }
    }

    /// A handler whose lines are written together with others.
    package init(
        label: String, format: ServerConfiguration.LogFormat, now: @escaping @Sendable () -> Instant,
        to buffer: LineBuffer
    ) {
        self.label = label
        self.format = format
        self.now = now
        write = buffer.add
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var all = event.metadata ?? [:]
        if let provided = metadataProvider?.get() { all.merge(provided) { own, _ in own } }
        if !metadata.isEmpty { all.merge(metadata) { own, _ in own } }
        if let error = event.error { all["error"] = .string(String(reflecting: error)) }
        let time = LogTime.text(now())
        let sorted = all.sorted { $0.key < $1.key }
        switch format {
        case .json: write(json(time, event, sorted), event.level)
        case .text: write(text(time, event, sorted), event.level)
        }
    }

    private typealias Pairs = [(key: String, value: Logger.MetadataValue)]

    private func json(_ time: String, _ event: LogEvent, _ metadata: Pairs) -> String {
        var line = #"{"time":"\#(time)","level":"\#(event.level.rawValue)","message":"#
        line += jsonString(event.message.description)
        line.reserveCapacity(256)
        for (key, value) in metadata {
            line += ","
            line += jsonString(key)
            line += ":"
            line += Self.json(value)
        }
        return line + "}\n"
    }

    private static func json(_ value: Logger.MetadataValue) -> String {
        switch value {
        case .string(let text): jsonString(text)
        case .stringConvertible(let value as any BinaryInteger): "\(value)"
        case .stringConvertible(let value): jsonString("\(value)")
        case .array(let values): "[" + values.map(json).joined(separator: ",") + "]"
        case .dictionary(let members):
            "{"
                + members.sorted { $0.key < $1.key }.map { jsonString($0.key) + ":" + json($0.value) }
                .joined(separator: ",") + "}"
        }
    }

    private func text(_ time: String, _ event: LogEvent, _ metadata: Pairs) -> String {
        var line = "\(time) \(event.level.rawValue) \(event.message)"
        for (key, value) in metadata {
            let text = "\(value)"
            let isPlain = text.unicodeScalars.allSatisfy { $0 > " " && $0 != "\"" && $0 != "\u{7F}" && $0 != "\\" }
            line += " "
            line += key
            line += "="
            line += isPlain && !text.isEmpty ? text : jsonString(text)
        }
        return line + "\n"
    }
}
