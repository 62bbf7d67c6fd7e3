import MusterDomain
import MusterEngine

/// Everything that `/metrics` shows.
package final class ServerMetrics: Sendable {
    /// One class of answers.
    struct RequestLabels: MetricLabels {
        /// A route's template, or `(none)`.
        var route: String
        /// `GET` … , or `other`.
        var method: String
        /// The status's first digit.
        var statusClass: Int

        var labels: [(name: String, value: String)] {
            [("route", route), ("method", method), ("status", "\(statusClass)xx")]
        }
    }

    let connections = ConnectionMetrics()
    let ledgers: LedgerMetrics
    private let districts: DistrictMetrics
    private let requests = MetricFamily<RequestLabels, Histogram> { Histogram(.latency) }
    /// Requests that wait for something to happen.
    let longPolls = Gauge()
    private let quotas = MetricFamily<NamedLabels, Counter> { Counter() }

    init(
        ledgers: LedgerMetrics, directory: LedgerDirectory, now: @escaping @Sendable () -> Instant, clock: ServerClock
    ) {
        self.ledgers = ledgers
        districts = DistrictMetrics(directory: directory, now: now, clock: clock)
    }

    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

    /// A request was answered.
    func answered(route: String?, method: String, status: Int, nanoseconds: Int) {
        let labels = RequestLabels(
            route: route ?? "(none)", method: Self.methods.contains(method) ? method : "other",
            statusClass: status / 100)
        requests[labels].observe(nanoseconds)
    }

    /// A request was answered with 429 under a policy.
    func limited(by policy: String) { quotas[NamedLabels(["policy": policy])].add() }

    /// The page.
    package var text: String {
        var page = Exposition()
        page.histograms(
            "muster_http_request_seconds", help: "From a request's header to its answer, by route, method and status.",
            requests)
        connections.write(to: &page)
        page.family("muster_long_polls", "gauge", help: "Requests that wait for something to happen.")
        page.sample("muster_long_polls", longPolls.now)
        page.counters("muster_http_limited_total", help: "Requests answered with 429, by policy.", quotas)
        ledgers.write(to: &page)
        districts.write(to: &page)
        ProcessMetrics.write(to: &page)
        return page.text
    }
}
