import HTTPTypes
import HummingbirdCore
import Synchronization

/// Slows down whoever guesses tokens, and, if that is configured, whoever asks too often.
///
/// A failed sign-in (401) costs the client's address a mark. When none is left, requests with credentials from that
/// address get 429 without a look at them, except credentials that were good before: one guesser in an office does not
/// lock out his colleagues.
final class RateLimit: Middleware {
    private struct State {
        var signIns: TokenBuckets<String>
        var requests: TokenBuckets<Int>
        /// Hashes of credentials that were good.
        var good: Set<Int> = []
    }

    /// How many addresses and how many credentials are remembered.
    static let memory = 10_000

    static let policyField = requiredField("RateLimit-Policy")
    static let limitField = requiredField("RateLimit")

    private let rates: ServerRates
    private let metrics: ServerMetrics
    private let clock: ServerClock
    private let state: Mutex<State>

    init(rates: ServerRates, metrics: ServerMetrics, clock: ServerClock) {
        self.rates = rates
        self.metrics = metrics
        self.clock = clock
        state = Mutex(
            State(
                signIns: TokenBuckets(capacity: rates.failedSignIns, limit: Self.memory),
                requests: TokenBuckets(capacity: max(rates.requestsPerToken, 1), limit: Self.memory)))
    }

    func respond(
        to request: Request, _ context: RequestContext, next: Route.Handler
    ) async throws -> Response {
        let credentials = Self.credentials(of: request, context)
        let address = Self.network(of: context.client)
        if let credentials { try admit(credentials, address) }
        do {
            var response = try await next(request, context)
            if response.status == .unauthorized {
                failed(credentials, address, &response.headers)
            } else if let credentials, context.token != nil {
                succeeded(credentials, &response.headers)
            }
            return response
        } catch {
            // Other parts throw their own failures; what counts is the answer that they become.
            guard var problem = error as? Problem ?? (error as? any ProblemConvertible)?.problem,
                problem.status == .unauthorized
            else { throw error }
            failed(credentials, address, &problem.headers)
            throw problem
        }
    }

    private func admit(_ credentials: Int, _ address: String) throws(Problem) {
        let now = clock.nanoseconds()
        let refusal = state.withLock { state -> Quota? in
            if rates.requestsPerToken > 0, state.good.contains(credentials) {
                guard !state.requests[credentials, now: now].spend(now: now) else { return nil }
                return Quota("token", &state.requests[credentials, now: now], now)
            }
            guard !state.good.contains(credentials), state.signIns[address, now: now].left(now: now) < 1 else {
                return nil
            }
            return Quota("authentication", &state.signIns[address, now: now], now)
        }
        guard let refusal else { return }
        metrics.limited(by: refusal.policy)
        var headers = refusal.fields
        headers[.retryAfter] = "\(refusal.seconds)"
        throw Problem(
            refusal.policy == "token" ? "tooManyRequests" : "tooManySignIns", status: .tooManyRequests,
            ["seconds": "\(refusal.seconds)"], headers: headers)
    }

    /// A request without credentials guesses nothing.
    private func failed(_ credentials: Int?, _ address: String, _ headers: inout HTTPFields) {
        guard let credentials else { return }
        let now = clock.nanoseconds()
        let quota = state.withLock { state in
            state.good.remove(credentials)
            _ = state.signIns[address, now: now].spend(now: now)
            return Quota("authentication", &state.signIns[address, now: now], now)
        }
        for field in quota.fields { headers[field.name] = field.value }
    }

    /// Only who has been recognised is good: a page for everybody answers any guess.
    private func succeeded(_ credentials: Int, _ headers: inout HTTPFields) {
        guard credentials != 0 else { return }
        let now = clock.nanoseconds()
        let quota = state.withLock { state -> Quota? in
            if !state.good.contains(credentials) {
                if state.good.count >= Self.memory, let other = state.good.first { state.good.remove(other) }
                state.good.insert(credentials)
            }
            return rates.requestsPerToken > 0 ? Quota("token", &state.requests[credentials, now: now], now) : nil
        }
        guard let quota else { return }
        for field in quota.fields { headers[field.name] = field.value }
    }

    /// What a policy leaves, as https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ spells it.
    private struct Quota {
        var policy: String
        var capacity: Int
        var left: Int
        var seconds: Int

        init(_ policy: String, _ bucket: inout TokenBucket, _ now: UInt64) {
            self.policy = policy
            capacity = bucket.capacity
            left = bucket.left(now: now)
            seconds = bucket.secondsToNext(now: now)
        }

        var fields: HTTPFields {
            [
                RateLimit.policyField: #""\#(policy)";q=\#(capacity);w=60"#,
                RateLimit.limitField: #""\#(policy)";r=\#(left);t=\#(seconds)"#,
            ]
        }
    }

    /// A hash, keyed anew by every process, of what a request signs in with; nil if it signs in with nothing. What a
    /// sign-in form holds is not looked at: all of them count as one.
    private static func credentials(of request: Request, _ context: RequestContext) -> Int? {
        let header = request.headers[.authorization]
        let cookie = request.headers[.cookie]
        if context.route?.isSignIn == true { return 0 }
        guard header != nil || cookie != nil else { return nil }
        var hasher = Hasher()
        hasher.combine(header)
        hasher.combine(cookie)
        return hasher.finalize()
    }

    /// The address, or the network of 64 bits that one client of IPv6 has to itself.
    static func network(of address: String) -> String {
        guard address.contains(":"), !address.hasPrefix("::ffff:") else { return address }
        let head = address.prefix { $0 != "%" }
        let halves = head.split(separator: ":", omittingEmptySubsequences: false)
        // The four groups in front of a gap are all there, or the gap stands among them and the rest is zero.
        var groups: [Substring] = []
        for group in halves.prefix(4) {
            if group.isEmpty { break }
            groups.append(group)
        }
        return groups.joined(separator: ":") + "::/64"
    }
}
