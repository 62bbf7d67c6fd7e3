import MusterAPI
import MusterDomain
import MusterText

/// The members of a request, or of an object in one, as the rules want them: names looked up, texts brought to their
/// form.
///
/// A failure names the member that it is about.
struct ActMembers {
    let desk: Desk
    /// The JSON pointer of the object that holds the members, ending in a slash; empty for the request itself.
    let place: String
    private let values: [String: JSONValue]

    /// The members of a request whose form has been checked.
    init(_ request: ActRequest, at desk: Desk) {
        self.desk = desk
        place = ""
        values = request.values
    }

    private init(_ object: JSONValue, at desk: Desk, place: String) {
        self.desk = desk
        self.place = place
        guard case .object(let members) = object else {
            values = [:]
            return
        }
        values = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
    }

    /// Does something with a member, so that what goes wrong is said to be about it.
    private func about<Value>(_ name: String, _ body: () throws(Failure) -> Value) throws(Failure) -> Value {
        do { return try body() } catch { throw error.about(place + name) }
    }

    private func missing(_ name: String) -> Failure {
        Failure("missingMember", status: .usage, ["member": place + name], member: place + name)
    }

    // MARK: Plain values

    /// A string as it was given.
    func rawIfAny(_ name: String) -> String? {
        guard case .string(let text)? = values[name] else { return nil }
        return text
    }

    func raw(_ name: String) throws(Failure) -> String {
        guard let text = rawIfAny(name) else { throw missing(name) }
        return text
    }

    /// A string without the difference between full-width and plain letters.
    func string(_ name: String) throws(Failure) -> String { desk.normalised(try raw(name)) }

    func numberIfAny(_ name: String) -> Int? {
        guard case .integer(let number)? = values[name] else { return nil }
        return Int(number)
    }

    func number(_ name: String) throws(Failure) -> Int {
        guard let number = numberIfAny(name) else { throw missing(name) }
        return number
    }

    func flag(_ name: String) -> Bool { values[name] == .bool(true) }

    func momentIfAny(_ name: String) throws(Failure) -> Instant? {
        guard let text = rawIfAny(name) else { return nil }
        guard let moment = Moment(rfc3339: text) else {
            throw Failure(
                "badMoment", status: .usage, ["member": place + name, "text": text], key: "error.badMomentOfRequest",
                member: place + name)
        }
        return Instant(milliseconds: moment.milliseconds)
    }

    func moment(_ name: String) throws(Failure) -> Instant {
        guard let moment = try momentIfAny(name) else { throw missing(name) }
        return moment
    }

    func codeIfAny<Value: Code>(_ name: String, as type: Value.Type = Value.self) -> Value? {
        rawIfAny(name).flatMap { Value(name: $0) }
    }

    func code<Value: Code>(_ name: String, as type: Value.Type = Value.self) throws(Failure) -> Value {
        guard let value: Value = codeIfAny(name) else { throw missing(name) }
        return value
    }

    // MARK: Texts and names

    func words(_ name: String) throws(Failure) -> Text {
        let text = try raw(name)
        return try about(name) { () throws(Failure) in try desk.text(text, place + name) }
    }

    func wordsIfAny(_ name: String) throws(Failure) -> Text? { rawIfAny(name) == nil ? nil : try words(name) }

    func unit(_ name: String) throws(Failure) -> UnitID {
        let text = try raw(name)
        return try about(name) { () throws(Failure) in try desk.unit(text) }
    }

    func unitIfAny(_ name: String) throws(Failure) -> UnitID? { rawIfAny(name) == nil ? nil : try unit(name) }

    func units(_ name: String) throws(Failure) -> [UnitID] {
        guard case .array(let elements)? = values[name] else { return [] }
        var units: [UnitID] = []
        for (index, element) in elements.enumerated() {
            guard case .string(let text) = element else { continue }
            units.append(try about("\(name)/\(index)") { () throws(Failure) in try desk.unit(text) })
        }
        return units
    }

    func post(_ name: String) throws(Failure) -> PostID {
        let text = try raw(name)
        return try about(name) { () throws(Failure) in try desk.post(text) }
    }

    /// A post, or a unit that has one post.
    func actingPost(_ name: String) throws(Failure) -> PostID {
        let text = try raw(name)
        return try about(name) { () throws(Failure) in try desk.actor(text).post }
    }

    func postIfAny(_ name: String) throws(Failure) -> PostID? { rawIfAny(name) == nil ? nil : try post(name) }

    /// The whistle that the request is about.
    var whistle: WhistleID {
        get throws(Failure) {
            let text = try raw("whistle")
            return try about("whistle") { () throws(Failure) in try desk.whistle(text) }
        }
    }

    // MARK: Lists

    /// The objects of a list.
    func objects(_ name: String) -> [ActMembers] {
        guard case .array(let elements)? = values[name] else { return [] }
        return elements.enumerated().map { index, element in
            ActMembers(element, at: desk, place: "\(place)\(name)/\(index)/")
        }
    }

    /// The units that are called.
    var calls: [CallOrder] {
        get throws(Failure) {
            var orders: [CallOrder] = []
            for call in objects("calls") {
                orders.append(
                    CallOrder(
                        unit: try call.unit("unit"), role: call.codeIfAny("role") ?? .support,
                        reportInBy: try call.momentIfAny("reportInBy")))
            }
            return orders
        }
    }
}
