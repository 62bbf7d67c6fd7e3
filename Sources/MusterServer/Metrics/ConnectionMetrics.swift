/// Counts connections and what was refused before it reached a route.
final class ConnectionMetrics: Sendable {
    private let open = Gauge()
    private let accepted = Counter()
    private let turnedAway = Counter()
    private let refusals = MetricFamily<NamedLabels, Counter> { Counter() }

    /// A connection was accepted. Answers whether it is within the limit.
    func opened(limit: Int) -> Bool {
        accepted.add()
        guard open.add(1) <= limit else {
            turnedAway.add()
            return false
        }
        return true
    }

    func closed() { open.add(-1) }

    /// A request was refused before it reached a route.
    func refused(_ code: String) { refusals[NamedLabels(["code": code])].add() }

    func write(to page: inout Exposition) {
        page.family("muster_http_connections", "gauge", help: "Connections that are open now.")
        page.sample("muster_http_connections", open.now)
        page.family("muster_http_connections_total", "counter", help: "Connections that were accepted.")
        page.sample("muster_http_connections_total", accepted.now)
        page.family(
            "muster_http_connections_refused_total", "counter", help: "Connections closed because there were too many.")
        page.sample("muster_http_connections_refused_total", turnedAway.now)
        page.counters(
            "muster_http_requests_refused_total", help: "Requests refused before they reached a route, by code.",
            refusals)
    }
}
