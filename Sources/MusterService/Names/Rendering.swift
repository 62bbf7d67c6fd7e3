package import MusterDomain
package import MusterEngine
package import MusterText

/// How numbers of the board become words: units by their names, whistles by theirs, moments in local time.
package struct Rendering: Sendable {
    package var board: Board
    package var directory: Directory

    package static let empty = Rendering(board: Board(), directory: Directory())

    package init(board: Board, directory: Directory) {
        self.board = board
        self.directory = directory
    }

    package init(_ view: LedgerView) { self.init(board: view.board, directory: view.directory) }

    /// A unit's short name.
    package func unit(_ id: UnitID) -> String { directory.unit(id)?.shortName ?? "—" }

    /// The unit of a code, as entries spell it.
    package func unit(code: String) -> String { directory.units.first { $0.code == code }?.shortName ?? code }

    /// A whistle's name.
    package func whistle(_ id: WhistleID) -> String {
        board.whistles.contains(id) ? board.whistles[id].name.description : "—"
    }

    /// Local time, in the form of the language.
    package func moment(_ instant: Instant, _ language: Language) -> String {
        Moment(milliseconds: instant.milliseconds).localText(language)
    }

    /// A member of an enumeration.
    package func term(_ value: some Code, _ language: Language) -> String {
        Catalogue.muster.say("\(type(of: value)).\(value.name)", language)
    }

    package func text(of value: Refusal.Value, _ language: Language) -> String {
        switch value {
        case .unit(let id): unit(id)
        case .whistle(let id): whistle(id)
        case .moment(let instant): moment(instant, language)
        case .number(let number): "\(number)"
        case .term(let key): Catalogue.muster.say(key, language)
        case .text(let text): standings(text, language) ?? text
        }
    }

    /// `raiser,centre` as words; nil if the text is something else.
    private func standings(_ text: String, _ language: Language) -> String? {
        let parts = text.split(separator: ",").map { "Standing.\($0)" }
        guard !parts.isEmpty, parts.allSatisfy(Catalogue.muster.knows) else { return nil }
        return parts.map { Catalogue.muster.say($0, language) }.joined(separator: language == .zh ? "、" : ", ")
    }
}

extension Rendering {
    /// The unit of a code; nil if there is none.
    package func unitID(code: String) -> UnitID? {
        directory.units.firstIndex { $0.code == code }.map { UnitID(rawValue: UInt32($0 + 1)) }
    }

    /// The code of a unit, as entries spell it; nil for none.
    package func code(of unit: UnitID) -> String? { directory.unit(unit)?.code }

    /// A unit's short name; nil for none.
    package func name(of unit: UnitID) -> String? { directory.unit(unit)?.shortName }
}
