import EventLog
import MusterDomain

/// The text of `docs/events.md`.
enum EventPage {
    static func text() throws -> String {
        var examples = EventExamples()
        var page = try introduction()
        for kind in EventKind.allCases { page += try section(on: kind, &examples) }
        return page
    }

    // MARK: One kind

    private static func section(on kind: EventKind, _ examples: inout EventExamples) throws -> String {
        let schema = kind.schema
        let stream =
            switch schema.scope {
            case .district: "`district`"
            case .whistle: "the whistle's"
            case .either: "that of the entry it is about"
            }
        var text = """

            ## \(kind.type)

            \(kind.meaning.sentence) Kind \(kind.rawValue); stream: \(stream).


            """
        if !schema.fields.isEmpty {
            text += "| field | type | required | meaning | row |\n| --- | --- | --- | --- | --- |\n"
            for field in schema.fields {
                text += row(field, kind.meaning.fields[field], isRequired: schema.required.contains(field)) + "\n"
            }
            text += "\n"
        }
        let entry = try examples.entry(of: kind)
        return text + "```json\n\(String(decoding: entry.bytes, as: UTF8.self))\n```\n"
    }

    private static func row(_ field: Field, _ meaning: String?, isRequired: Bool) -> String {
        let slot = field.slot.map { "`\($0)`" } ?? (field == .claimedAt ? "`claimed`" : "–")
        let cells = [
            "`\(field.rawValue)`", field.type.spelling, isRequired ? "yes" : "no", meaning ?? field.meaning, slot,
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    // MARK: What holds for all

    private static func introduction() throws -> String {
        let salt = (0..<Commitment.saltBytes).map { UInt8($0) }
        let sample = "东门口电缆井盖破损"
        var examples = EventExamples()
        let arrival = try examples.entry(of: .departmentReportedIn, enteredAfterwards: true)
        return """
            # Events

            Everything that a ledger knows is in its entries. This page says what an entry is and what each kind of event
            means. It is made by `EventPageTests` from the tables that the program runs on, so it cannot drift from them;
            `MUSTER_WRITE_DOCS=1 swift test --filter EventPageTests` writes it again.

            An entry is one CloudEvent ([v1.0.2](https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md)) in its
            JSON format, in canonical form ([RFC 8785](https://www.rfc-editor.org/rfc/rfc8785)), at most \(Entry.maximumBytes)
            bytes of UTF-8. The bytes are kept as they are: hash them, never a copy that some parser has written again.
            Integers lie within ±2⁵³, there are no floats, keys are ASCII. The version of an event stands in its type.

            ## Attributes

            | attribute | source | meaning |
            | --- | --- | --- |
            | `specversion` | CloudEvents | `1.0` |
            | `id` | CloudEvents | `<subject>/<revision>`, unique in the log |
            | `source` | CloudEvents | the log: `/districts/` and the district's code (GB/T 2260) |
            | `type` | CloudEvents | the kind of event, `muster.<what>.v1` |
            | `subject` | CloudEvents | the stream: `district`, or a whistle's name such as `W2026-000042` |
            | `time` | CloudEvents | when it occurred; for a live act the same as `recordedtime`, for an imported one the source's |
            | `datacontenttype` | CloudEvents | `application/json` |
            | `data` | CloudEvents | what it says: the fields below |
            | `recordedtime` | CloudEvents extension | when the log recorded it; never runs back |
            | `sequence` | CloudEvents extension | the entry's position in the log from 0, in 20 digits |
            | `revision` | Muster | the entry's place in its stream, 1, 2, 3 … |
            | `actor` | Muster | who acted: `unit/post/person`, or `system` for the engine itself |
            | `authtype` | Muster | how the actor was known: `local` by the ledger's file, `token:<id>` by a token, `system` for the engine |
            | `commandid` | Muster | the command that it came of; all entries of one command stand together |
            | `commanddigest` | Muster | 16 bytes over the command without its texts, in hex: a retry has the same |

            Moments are RFC 3339 in UTC with milliseconds and `Z`. A whistle's year is that of its recording in Asia/Shanghai.

            ## Words and commitments

            A field of type *words* is a text that somebody typed. The text lies beside the log with a salt of
            \(Commitment.saltBytes) random bytes, and both can be erased. In the entry stands only a commitment, under the
            field's name in `data.words`: HMAC-SHA256 (RFC 2104) keyed by the salt over the text's UTF-8, in base64. Whoever
            is shown a text and its salt can check that it is the text of the entry:

            ```sh
            salt=\(salt.hex)
            text='\(sample)'
            printf %s "$text" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$salt -binary | base64
            ```

            prints `\(Commitment.of(sample, salt: salt))`. Without the salt the commitment tells nothing about the text.

            ## Names and numbers

            A replay reads no entries but rows of integers (`docs/file-format.md`). Units, posts, persons, categories and case
            numbers stand in entries by name and in rows by number. Numbers are given in the order of first appearance in the
            log, from 1 in each of these spaces; 0 is none. Inside an entry the fields count in the order of the tables below
            and those of a back entry after them. Streams are numbered from 0 in the same way, so `district` is 0. The row's
            `actor` is the number of the first part of `actor`. So rows and names can be computed again from entries alone.

            The last column of a table says where a field stands in the row; `–` means that no replay needs it. Codes stand
            in rows by their place in the list, from 0, flags as 1 and 0, moments as milliseconds since 1970-01-01T00:00:00Z.

            ## Acts entered afterwards

            Any live act may be entered afterwards (补录). Its event then has one or more of these fields as well:

            | field | type | required | meaning | row |
            | --- | --- | --- | --- | --- |
            \(EventSchema.ofBackEntry.map { row($0, nil, isRequired: false) }.joined(separator: "\n"))

            The claimed moment is a claim: the act counts from its `recordedtime` until the other side confirms it. In the row
            `claimed` is that moment, -1 if the act was entered afterwards without one, and 0 for a live act.

            ```json
            \(String(decoding: arrival.bytes, as: UTF8.self))
            ```

            """
    }
}
