/// Finds the fields of one record; keeps its place when the bytes run out, so that no byte is looked at twice.
struct CSVScan: Sendable {
    static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")

    /// What a step of scanning came to.
    enum Step {
        /// The bytes ran out inside the record.
        case incomplete
        /// The record is complete; the next begins at `next`.
        case complete(next: Int)
        /// There is no telling where the record ends.
        case broken(CSVFault.Reason)
    }

    private enum Place {
        case fieldStart
        case unquoted
        case quoted
        /// Behind a quote inside a quoted field: it closes the field or doubles.
        case behindQuote
    }

    /// The fields found so far.
    private(set) var fields: [CSVField] = []
    /// The line ends passed, those in quoted fields and the one that ended the record.
    private(set) var lines = 0
    private var place = Place.fieldStart
    private var position = 0
    private var recordStart = 0
    private var fieldStart = 0
    private var hasDoubledQuotes = false
    private var isQuotedField = false

    /// Whether the record is a line with nothing on it, not even an empty quoted field.
    var isEmptyLine: Bool { fields.count == 1 && !isQuotedField && fields[0].bytes.isEmpty }

    /// Begins a record.
    mutating func restart(at position: Int) {
        fields.removeAll(keepingCapacity: true)
        lines = 0
        place = .fieldStart
        self.position = position
        recordStart = position
        fieldStart = position
        hasDoubledQuotes = false
        isQuotedField = false
    }

    /// Follows the bytes when they are moved.
    mutating func shift(by offset: Int) {
        position += offset
        recordStart += offset
        fieldStart += offset
        for index in fields.indices {
            let bytes = fields[index].bytes
            fields[index].bytes = bytes.lowerBound + offset..<bytes.upperBound + offset
        }
    }

    /// Scans on from where it stopped.
    mutating func advance(_ bytes: Span<UInt8>, atEnd: Bool) -> Step {
        while position < bytes.count {
            let step: Step? =
                switch place {
                case .fieldStart: startField(bytes[position])
                case .unquoted: scanUnquoted(bytes)
                case .quoted: scanQuoted(bytes)
                case .behindQuote: scanBehindQuote(bytes, atEnd: atEnd)
                }
            if let step { return step }
        }
        return atEnd ? end(bytes) : outOfBytes()
    }

    private mutating func startField(_ byte: UInt8) -> Step? {
        isQuotedField = byte == CSVScan.quote
        hasDoubledQuotes = false
        if isQuotedField { position += 1 }
        fieldStart = position
        place = isQuotedField ? .quoted : .unquoted
        return nil
    }

    private mutating func scanUnquoted(_ bytes: Span<UInt8>) -> Step? {
        var index = position
        defer { position = index }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == CSVScan.comma {
                let step = endField(at: index)
                index += 1
                return step
            }
            if byte == CSVScan.lineFeed { return endRecord(at: withoutReturn(bytes, index), next: index + 1) }
            if byte == CSVScan.quote { return broken(.strayQuote, at: index) }
            index += 1
        }
        return nil
    }

    private mutating func scanQuoted(_ bytes: Span<UInt8>) -> Step? {
        var index = position
        defer { position = index }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == CSVScan.quote {
                place = .behindQuote
                return nil
            }
            if byte == CSVScan.lineFeed { lines += 1 }
        }
        return nil
    }

    private mutating func scanBehindQuote(_ bytes: Span<UInt8>, atEnd: Bool) -> Step? {
        let end = position - 1
        switch bytes[position] {
        case CSVScan.quote:
            hasDoubledQuotes = true
            place = .quoted
            position += 1
            return nil
        case CSVScan.comma:
            position += 1
            return endField(at: end)
        case CSVScan.lineFeed:
            return endRecord(at: end, next: position + 1)
        case CSVScan.carriageReturn where position + 1 == bytes.count:
            // Only the next bytes can tell whether a line feed follows; the end of the file is as good as one.
            return atEnd ? endRecord(at: end, next: bytes.count) : .incomplete
        case CSVScan.carriageReturn where bytes[position + 1] == CSVScan.lineFeed:
            return endRecord(at: end, next: position + 2)
        default:
            return broken(.strayQuote, at: end)
        }
    }

    /// Ends a field behind which another begins.
    private mutating func endField(at end: Int) -> Step? {
        if let limit = limitPassed(at: end) { return .broken(limit) }
        fields.append(CSVField(bytes: fieldStart..<end, hasDoubledQuotes: hasDoubledQuotes))
        place = .fieldStart
        return nil
    }

    private mutating func endRecord(at end: Int, next: Int) -> Step {
        lines += 1
        return endField(at: end) ?? .complete(next: next)
    }

    /// A limit that was passed by then comes first, so that the fault does not hang on how the bytes were cut.
    private func broken(_ reason: CSVFault.Reason, at index: Int) -> Step {
        .broken(limitPassed(at: index) ?? reason)
    }

    /// The first limit that lies before a byte of the current field.
    private func limitPassed(at index: Int) -> CSVFault.Reason? {
        let fieldLimit = fieldStart + CSVReader.maximumFieldBytes
        let recordLimit = recordStart + CSVReader.maximumRecordBytes
        guard index > min(fieldLimit, recordLimit) else { return nil }
        return fieldLimit <= recordLimit ? .fieldTooLong(field: fields.count + 1) : .recordTooLong
    }

    /// Gives up early what is too long already; the last two bytes may be a quote and a CR that do not count.
    private func outOfBytes() -> Step {
        guard place != .fieldStart, let limit = limitPassed(at: position - 2) else { return .incomplete }
        return .broken(limit)
    }

    private mutating func end(_ bytes: Span<UInt8>) -> Step {
        let end = bytes.count
        switch place {
        case .quoted: return broken(.unterminatedQuote, at: end)
        case .behindQuote: return endRecord(at: end - 1, next: end)
        case .unquoted: return endRecord(at: withoutReturn(bytes, end), next: end)
        case .fieldStart:
            // Behind the last comma: an empty field, and no byte that could have begun it.
            (isQuotedField, hasDoubledQuotes, fieldStart) = (false, false, end)
            return endRecord(at: end, next: end)
        }
    }

    /// The end of an unquoted field in front of `end`, where the CR of a CR LF may stand.
    private func withoutReturn(_ bytes: Span<UInt8>, _ end: Int) -> Int {
        end > fieldStart && bytes[end - 1] == CSVScan.carriageReturn ? end - 1 : end
    }
}

/// Where a field stands in the bytes.
struct CSVField: Sendable {
    /// Its bytes without the quotes around it.
    var bytes: Range<Int>
    /// Whether quotes inside it are doubled.
    var hasDoubledQuotes: Bool

    /// The text of the field, or nil if it is not UTF-8.
    func text(in source: [UInt8]) -> String? {
        guard hasDoubledQuotes else { return CSVField.text(source.span.extracting(bytes)) }
        var single: [UInt8] = []
        single.reserveCapacity(bytes.count)
        var index = bytes.lowerBound
        while index < bytes.upperBound {
            single.append(source[index])
            // The scan found every quote in here followed by its double.
            index += source[index] == UInt8(ascii: "\"") ? 2 : 1
        }
        return CSVField.text(single.span)
    }

    private static func text(_ bytes: Span<UInt8>) -> String? {
        guard let valid = try? UTF8Span(validating: bytes) else { return nil }
        return String(copying: valid)
    }
}
