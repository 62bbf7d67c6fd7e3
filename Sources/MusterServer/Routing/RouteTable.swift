import HTTPTypes

/// Every route, found by path and method.
package struct RouteTable: Sendable {
    /// What a request asks for.
    enum Match: Sendable {
        /// A route, by its place in the list, and the values of its names.
        case route(Int, parameters: [String])
        /// The path is there; it answers these methods.
        case otherMethod(allowed: [HTTPRequest.Method])
        /// No route has that path.
        case nothing
        /// The path is no path.
        case badPath
    }

    private struct Node {
        var children: [String: Int] = [:]
        /// The node of a segment that is a value.
        var value: Int?
        /// The node of a value that is the rest of the path.
        var rest: Int?
        var routes: [(method: HTTPRequest.Method, route: Int)] = []
    }

    /// The routes in the order in which they were given.
    package let routes: [Route]
    /// The names in each route's template, in order.
    let names: [[String]]
    private var nodes: [Node] = [Node()]

    /// A table of routes. Two routes of one method and path, or a template that no path can have, are programmer's
    /// errors.
    package init(_ routes: [Route]) {
        self.routes = routes
        names = routes.map { route in
            Self.segments(of: route.template).filter(Self.isName).map { String($0.dropFirst().dropLast()) }
        }
        for index in routes.indices { add(index) }
    }

    private static func segments(of template: String) -> [String] {
        precondition(template.hasPrefix("/"), "a template begins with a slash: \(template)")
        return template.dropFirst().split(separator: "/").map(String.init)
    }

    private static func isName(_ segment: String) -> Bool { segment.hasPrefix("{") && segment.hasSuffix("}") }

    private mutating func add(_ index: Int) {
        let route = routes[index]
        var node = 0
        let segments = Self.segments(of: route.template)
        for (place, segment) in segments.enumerated() {
            let isRest = route.takesRest && place == segments.count - 1
            precondition(!isRest || Self.isName(segment), "the rest of a path has a name: \(route.template)")
            let known = isRest ? nodes[node].rest : nodes[node].value
            if let next = Self.isName(segment) ? known : nodes[node].children[segment] {
                node = next
                continue
            }
            nodes.append(Node())
            if isRest {
                nodes[node].rest = nodes.count - 1
            } else if Self.isName(segment) {
                nodes[node].value = nodes.count - 1
            } else {
                nodes[node].children[segment] = nodes.count - 1
            }
            node = nodes.count - 1
        }
        precondition(
            !nodes[node].routes.contains { $0.method == route.method },
            "there are two routes for \(route.method) \(route.template)")
        nodes[node].routes.append((route.method, index))
    }

    /// What a request's target and method ask for. A fixed segment wins over a value.
    func match(_ target: String, _ method: HTTPRequest.Method) -> Match {
        guard let segments = RoutePath.segments(of: target) else { return .badPath }
        var parameters: [String] = []
        let slashed = segments.firstIndex { $0.utf8.contains(UInt8(ascii: "/")) }
        guard let node = find(segments[...], 0, &parameters) else { return slashed == nil ? .nothing : .badPath }
        var routes = nodes[node].routes
        if let slashed {
            routes.removeAll { !self.routes[$0.route].takesEncodedSlash }
            if routes.isEmpty || slashed < segments.count - 1 { return .badPath }
        }
        if let found = routes.first(where: { $0.method == method }) {
            return .route(found.route, parameters: parameters)
        }
        if method == .head, let found = routes.first(where: { $0.method == .get }) {
            return .route(found.route, parameters: parameters)
        }
        return .otherMethod(allowed: Self.allowed(routes.map(\.method)))
    }

    /// The methods that a path answers, those that follow from others included.
    private static func allowed(_ methods: [HTTPRequest.Method]) -> [HTTPRequest.Method] {
        var allowed = methods
        if methods.contains(.get), !methods.contains(.head) { allowed.append(.head) }
        allowed.append(.options)
        return allowed
    }

    private func find(_ segments: ArraySlice<String>, _ node: Int, _ parameters: inout [String]) -> Int? {
        guard let segment = segments.first else { return nodes[node].routes.isEmpty ? nil : node }
        let rest = segments.dropFirst()
        if let next = nodes[node].children[segment], let found = find(rest, next, &parameters) { return found }
        guard !segment.isEmpty else { return nil }
        if let next = nodes[node].value {
            parameters.append(segment)
            if let found = find(rest, next, &parameters) { return found }
            parameters.removeLast()
        }
        guard let last = nodes[node].rest, segments.allSatisfy({ !$0.isEmpty }) else { return nil }
        parameters.append(segments.joined(separator: "/"))
        return last
    }
}
