import EventLog
import FoldRow
import MusterDomain
import MusterEngine
import Testing

/// What has to hold for every log, however it came about.
struct Check {
    let evidence: Evidence

    init(_ store: any EventStore) async throws { evidence = try await Evidence(of: store) }

    /// Rows, names and board follow from the entries alone. Answers what does.
    @discardableResult
    func derivation(matches digest: String) throws -> [(row: FoldRow, names: [NewName])] {
        let rebuilt = try evidence.rebuilt()
        for (position, pair) in zip(rebuilt, evidence.rows).enumerated() where pair.0.row != pair.1 {
            Issue.record("row \(position): the entry says \(pair.0.row), the store has \(pair.1)")
        }
        #expect(rebuilt.count == evidence.rows.count)
        var names = [[String]](repeating: [], count: evidence.names.count)
        for name in rebuilt.flatMap(\.names) { names[Int(name.space.rawValue)].append(name.text) }
        #expect(names == evidence.names)
        #expect(try Board.folding(rebuilt.map(\.row)).digest == digest)
        return rebuilt
    }

    /// Every entry says what it has to, fits its neighbours, and commits to the words beside it.
    func entries() throws {
        var revisions: [String: Int] = [:]
        var recorded = Int64.min
        let erased = try erasedTexts()
        for (index, entry) in evidence.entries.enumerated() {
            let place: Comment = "entry \(index)"
            #expect(entry.bytes.count <= Entry.maximumBytes, place)
            let event = try RecordedEvent(entry)
            let envelope = event.envelope
            #expect(envelope.bytes == entry.bytes, place)
            #expect(entry.position == Position(index) && envelope.position == Position(index), place)
            revisions[envelope.subject, default: 0] += 1
            #expect(envelope.revision == revisions[envelope.subject], place)
            #expect(envelope.recorded >= recorded, place)
            recorded = envelope.recorded
            if event.kind != .whistleImported && event.kind != .importClosed {
                #expect(envelope.time == envelope.recorded, place)
            }
            #expect(envelope.source == "/districts/\(Town.districtCode)", place)
            #expect(envelope.commandDigest.utf8.count == 32, place)
            #expect((envelope.actor == "system") == (envelope.authType == "system"), place)
            // No text is missing without a certificate, and none is there with one.
            let gone = Set(erased[entry.position] ?? [])
            #expect(Set(envelope.words.keys).subtracting(gone) == Set(entry.words.map(\.field)), place)
            for word in entry.words {
                #expect(word.salt.count == Commitment.saltBytes, place)
                #expect(envelope.words[word.field] == Commitment.of(word.text, salt: word.salt), place)
            }
        }
    }

    /// The fields that certificates speak of, by the position of their entries.
    private func erasedTexts() throws -> [Position: [String]] {
        var erased: [Position: [String]] = [:]
        for entry in evidence.entries {
            let event = try RecordedEvent(entry)
            guard event.kind == .textErased, let position = event.integer(.position) else { continue }
            erased[Position(position), default: []].append(try #require(event.string(.textField)))
        }
        return erased
    }

    /// Every command of the log has its receipt.
    func receipts(in store: any EventStore) async throws {
        var spans: [String: ClosedRange<Position>] = [:]
        for entry in evidence.entries {
            let id = try RecordedEvent(entry).envelope.commandID
            guard let span = spans[id] else {
                spans[id] = entry.position...entry.position
                continue
            }
            #expect(span.upperBound + 1 == entry.position, "the entries of \(id) are apart")
            spans[id] = span.lowerBound...entry.position
        }
        for (id, span) in spans {
            let receipt = try await store.receipt(of: id)
            #expect(receipt.map { $0.first...$0.last } == span, "receipt of \(id)")
        }
    }

    /// What had occurred by a moment, counted without a board: whistles with their names and revisions.
    func whistles(asOf moment: Instant) throws -> [String: Int] {
        var found: [String: Int] = [:]
        var cut: Set<String> = []
        for entry in evidence.entries {
            let envelope = try RecordedEvent(entry).envelope
            guard envelope.subject != "district" else { continue }
            if envelope.time > moment.milliseconds { cut.insert(envelope.subject) }
            if !cut.contains(envelope.subject) { found[envelope.subject, default: 0] += 1 }
        }
        return found
    }
}

extension Board {
    /// The whistles of a board with their names and revisions.
    var revisionsByName: [String: Int] {
        var found: [String: Int] = [:]
        whistles.forEach { _, row in found[row.name.description] = Int(row.revision) }
        return found
    }
}
