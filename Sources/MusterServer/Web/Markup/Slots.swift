import Mustache

/// What a template may name, each with what stands there: a text, a flag, more slots or a list of them.
///
/// A name without a value is empty here and not looked for further out, unlike in plain Mustache: a row without a
/// deadline must never show the page's.
struct Slots: MustacheParent, ExpressibleByDictionaryLiteral {
    private var values: [String: any Slot] = [:]

    init(dictionaryLiteral elements: (String, (any Slot)?)...) {
        for (name, value) in elements { values[name] = value ?? EmptySlot() }
    }

    /// Sets what stands at a name.
    subscript(name: String) -> (any Slot)? {
        get { values[name] }
        set { values[name] = newValue ?? EmptySlot() }
    }

    func child(named name: String) -> Any? { values[name] }
}

/// What can stand in a template; every text is escaped as HTML.
protocol Slot: Sendable {}

extension String: Slot {}
extension Int: Slot {}
extension Bool: Slot {}
extension Slots: Slot {}
extension [Slots]: Slot {}

/// A name that has no value here.
struct EmptySlot: Slot, MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}
