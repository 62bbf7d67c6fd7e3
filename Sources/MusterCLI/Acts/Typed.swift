import Foundation
import MusterAPI
import MusterDomain
import MusterService
import MusterText

/// Turns what somebody typed into values of the API: moments as people write them, words of either language, texts out
/// of files. Names stay as they are; whoever keeps the ledger knows them.
struct Typed {
    /// When it was typed: `+2h` counts from here.
    let now: Moment
    let language: Language
    /// The file that the act brings with it.
    var file: FileContent?

    // MARK: Moments

    /// A moment, RFC 3339.
    func moment(_ text: String?) throws(Failure) -> JSONValue? {
        guard let text else { return nil }
        guard let moment = Moment(typed: normalised(text), now: now) else {
            throw Failure("badMoment", status: .usage, ["text": text])
        }
        return .string(moment.iso8601)
    }

    /// A moment until when something is to be done; a date alone lasts to the end of that day.
    func deadline(_ text: String?) throws(Failure) -> JSONValue? {
        guard let text else { return nil }
        guard Moment(typed: normalised(text), now: now) == nil,
            let midnight = Moment(typed: normalised(text), now: now, dateAlone: true)
        else { return try moment(text) }
        let lastMinute: Int64 = (24 * 60 - 1) * 60_000
        return .string(Moment(milliseconds: midnight.milliseconds + lastMinute).iso8601)
    }

    // MARK: Words

    /// The name of a member of an enumeration, from its name or from its word in either language.
    func code<Value: Code>(_ text: String?, _ option: String, as type: Value.Type) throws(Failure) -> JSONValue? {
        guard let text = text.map(normalised) else { return nil }
        let wanted = text.lowercased().replacing("-", with: "")
        for value in Value.allCases {
            let words = Language.allCases.map { Catalogue.muster.say("\(Value.self).\(value.name)", $0) }
            if value.name.lowercased() == wanted || words.contains(where: { $0.lowercased() == text.lowercased() }) {
                return .string(value.name)
            }
        }
        throw Failure("badValue", status: .usage, key: "error.badValue") { language in
            let allowed = Value.allCases.map {
                "\($0.name) (\(Catalogue.muster.say("\(Value.self).\($0.name)", language)))"
            }
            return ["text": text, "option": option, "allowed": allowed.joined(separator: ", ")]
        }
    }

    /// A flag that was given; one that was not is left out.
    func flag(_ isSet: Bool) -> JSONValue? { isSet ? true : nil }

    /// A text; `@FILE` reads a file and `-` standard input.
    func text(_ raw: String?, _ option: String) throws(Failure) -> JSONValue? {
        guard var raw else { return nil }
        if raw == "-" {
            raw = try decoded(FileHandle.standardInput.readDataToEndOfFile(), option)
        } else if raw.hasPrefix("@") {
            raw = try decoded(try LedgerFiles.read(String(raw.dropFirst())), option)
        }
        // Swift repairs broken UTF-8 in arguments; what it puts there instead shows that something was lost.
        guard !raw.unicodeScalars.contains("\u{FFFD}") else {
            throw Failure("invalidUTF8", status: .usage, ["field": option])
        }
        return .string(raw)
    }

    private func decoded(_ data: Data, _ option: String) throws(Failure) -> String {
        guard let text = String(data: data, encoding: .utf8) else {
            throw Failure("invalidUTF8", status: .usage, ["field": option])
        }
        return text.replacing("\r\n", with: "\n").trimmingCharacters(in: .newlines)
    }

    /// NFKC, which also makes full-width letters and digits plain.
    private func normalised(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespaces)
    }
}

// MARK: Parts of acts

extension Typed {
    /// Units to be called.
    func calls(_ units: [String], as role: CallRole, reportInBy: JSONValue?) -> [JSONValue] {
        units.map { unit in
            var members = [JSONValue.Member("unit", .string(unit)), JSONValue.Member("role", .string(role.name))]
            if let reportInBy { members.append(JSONValue.Member("reportInBy", reportInBy)) }
            return .object(members)
        }
    }

    /// The hash of a signed slip: of a file, or as it was typed.
    func slip(_ file: String?, _ hash: String?) throws(Failure) -> JSONValue? {
        if let hash { return .string(hash) }
        guard let file else { return nil }
        return .string(try LedgerFiles.content(of: file).sha256)
    }

    /// `UNIT` or `UNIT/PERSON`.
    func attendance(_ text: String) -> JSONValue {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        let unit = JSONValue.Member("unit", .string(parts.first ?? ""))
        return .object(parts.count == 2 ? [unit, JSONValue.Member("person", .string(parts[1]))] : [unit])
    }

    /// `UNIT|DUE|WHAT`, with `!` before the unit where a file has to prove it.
    func decision(_ text: String) throws(Failure) -> JSONValue {
        let parts = text.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else {
            throw Failure(
                "badValue", status: .usage, ["text": text, "option": "--decision", "allowed": "UNIT|DUE|TEXT"])
        }
        let needsProof = parts[0].hasPrefix("!") || parts[0].hasPrefix("！")
        return [
            "unit": .string(needsProof ? String(parts[0].dropFirst()) : parts[0]),
            "due": try deadline(parts[1]) ?? .null, "proofNeeded": .bool(needsProof),
            "duty": try self.text(parts[2], "--decision") ?? .null,
        ]
    }
}
