/// Reads RFC 4180 from chunks of bytes: the header first, then records.
///
/// Lines end in LF or CR LF, a byte order mark in front is skipped, and so is an empty line unless the table has one
/// column only. A malformed record is reported with its line, and reading goes on:
/// - where the quoting is broken or a limit passed, with the line after the one on which the record starts, since
///   nobody knows where it was meant to end. A quote that is never closed so costs one line and not the rest of the
///   file;
/// - otherwise with the record behind it.
///
/// When the header itself is malformed nothing that follows has a meaning: that fault is the only one.
///
/// Cost: linear in the bytes. Memory: the chunk and the record that it breaks off in.
struct CSVReader: Sendable {
    /// The most bytes between the quotes or commas of one field.
    static let maximumFieldBytes = 1 << 20
    /// The most bytes of one record, all its fields together: what bounds the memory.
    static let maximumRecordBytes = 8 << 20

    /// The names of the columns, once the first record was read.
    private(set) var header: [String]?

    /// Bytes not yet given out; the record being scanned begins at its start, or a byte order mark does.
    private var pending: [UInt8] = []
    private var scan = CSVScan()
    /// The line on which the record being scanned starts.
    private var line = 1
    private var mode = Mode.start

    private enum Mode {
        /// Nothing was read, not even the byte order mark.
        case start
        case records
        /// In a line that was given up; its end has not been seen.
        case skippingLine
        /// The header was malformed, or the file has ended.
        case over
    }

    /// A reader at the beginning of a file.
    init() {}

    /// Takes the next bytes of the file and answers the records that they complete.
    mutating func feed(_ bytes: [UInt8]) -> [Result<CSVRecord, CSVFault>] {
        guard mode != .over else { return [] }
        pending += bytes
        return read(atEnd: false)
    }

    /// Says that the file has ended, and answers what is left.
    ///
    /// A reader takes nothing after that.
    mutating func finish() -> [Result<CSVRecord, CSVFault>] {
        guard mode != .over else { return [] }
        let rest = read(atEnd: true)
        mode = .over
        return rest
    }

    private mutating func read(atEnd: Bool) -> [Result<CSVRecord, CSVFault>] {
        // Out of self, so that it can be read while the rest of self changes; moved, not copied.
        let bytes = pending
        pending = []
        var results: [Result<CSVRecord, CSVFault>] = []
        var start = 0
        if mode == .start {
            guard let mark = CSVReader.byteOrderMark(bytes, atEnd: atEnd) else {
                pending = bytes
                return []
            }
            start = mark
            mode = .records
            scan.restart(at: start)
        }
        while mode != .over, start < bytes.count {
            if mode == .skippingLine {
                guard let next = CSVReader.afterLine(in: bytes, from: start) else {
                    start = bytes.count
                    break
                }
                resume(at: next, line: line + 1)
                start = next
                continue
            }
            switch scan.advance(bytes.span, atEnd: atEnd) {
            case .incomplete:
                keep(bytes, from: start)
                return results
            case .complete(let next):
                if let result = record(of: bytes, emptyLine: scan.isEmptyLine) { results.append(result) }
                resume(at: next, line: line + scan.lines)
                start = next
            case .broken(let reason):
                results.append(giveUp(reason))
                let next = CSVReader.afterLine(in: bytes, from: start)
                if let next { resume(at: next, line: line + 1) } else if mode != .over { mode = .skippingLine }
                start = next ?? bytes.count
            }
        }
        scan.restart(at: 0)
        return results
    }

    private mutating func keep(_ bytes: [UInt8], from start: Int) {
        pending = start == 0 ? bytes : Array(bytes[start...])
        scan.shift(by: -start)
    }

    private mutating func resume(at next: Int, line: Int) {
        self.line = line
        scan.restart(at: next)
        if mode == .skippingLine { mode = .records }
    }

    /// The fault, and what follows from it: without a header no record has a meaning.
    private mutating func giveUp(_ reason: CSVFault.Reason) -> Result<CSVRecord, CSVFault> {
        if header == nil { mode = .over }
        return .failure(CSVFault(line: line, reason: reason))
    }

    /// The record that was scanned; nil for the header and for an empty line.
    private mutating func record(of bytes: [UInt8], emptyLine: Bool) -> Result<CSVRecord, CSVFault>? {
        if emptyLine, header?.count != 1 { return nil }
        if let header, header.count != scan.fields.count {
            return giveUp(.wrongFieldCount(expected: header.count, found: scan.fields.count))
        }
        var fields: [String] = []
        fields.reserveCapacity(scan.fields.count)
        for field in scan.fields {
            guard let text = field.text(in: bytes) else { return giveUp(.invalidUTF8(field: fields.count + 1)) }
            fields.append(text)
        }
        guard header != nil else {
            header = fields
            return nil
        }
        return .success(CSVRecord(line: line, fields: fields))
    }

    /// The length of the byte order mark in front, or nil while that cannot be told.
    private static func byteOrderMark(_ bytes: [UInt8], atEnd: Bool) -> Int? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if bytes.starts(with: mark) { return mark.count }
        return !atEnd && mark.starts(with: bytes) ? nil : 0
    }

    private static func afterLine(in bytes: [UInt8], from start: Int) -> Int? {
        bytes[start...].firstIndex(of: CSVScan.lineFeed).map { $0 + 1 }
    }
}
