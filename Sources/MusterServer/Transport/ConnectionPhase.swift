/// Where a connection stands between its first and its last byte: what is being read, how many requests wait for
/// their answers, and until when the client has to have done the next thing. Pure; the handlers ask it.
struct ConnectionPhase {
    /// What is being read from the client.
    enum Reading: Equatable {
        /// Nothing: the last request, if there was any, is read to its end.
        case nothing
        /// A request's first bytes are here, its header is not complete.
        case header
        /// The header is complete, the body is not.
        case body
    }

    /// What the client has failed to do when the deadline passes.
    enum Lapse: Equatable {
        /// It left the connection idle, or did not begin.
        case idle
        /// Its header or body is not complete.
        case request
        /// It does not read the answer.
        case answer
    }

    private let limits: ServerLimits
    private(set) var reading = Reading.nothing
    /// Requests whose header is read and whose answer is not written to its end.
    private(set) var unanswered = 0
    /// Whether the answer to the oldest of them has begun.
    private(set) var isAnswering = false
    /// When what is being read began, or, if nothing is, when the connection became idle.
    private var since: UInt64
    /// Whether no request has come yet.
    private var isFresh = true
    /// Since when the client has not read what was written; nil while it keeps up.
    private var stalledSince: UInt64?
    /// Bytes of the header that is being read, as far as it is incomplete.
    private(set) var headerBytes = 0
    /// Nothing is taken from the client any more.
    var isClosing = false

    /// A connection that was accepted at a moment.
    init(limits: ServerLimits, now: UInt64) {
        self.limits = limits
        since = now
    }

    /// Bytes arrived, before they are decoded.
    mutating func bytesArrived(now: UInt64) {
        guard reading == .nothing else { return }
        reading = .header
        headerBytes = 0
        // The time of the first header runs from the connection's first moment.
        if !isFresh { since = now }
    }

    /// Bytes were decoded. Answers whether an incomplete header is longer than any may be.
    mutating func bytesDecoded(_ count: Int) -> Bool {
        guard reading == .header else { return false }
        headerBytes += count
        return headerBytes > limits.requestLineBytes + limits.headerBytes
    }

    /// A header is complete.
    mutating func headerRead(now: UInt64) {
        reading = .body
        unanswered += 1
        since = now
        isFresh = false
    }

    /// A request is complete.
    mutating func requestRead() { reading = .nothing }

    /// An answer begins.
    mutating func answerBegun() { isAnswering = true }

    /// An answer is written to its end.
    mutating func answered(now: UInt64) {
        unanswered -= 1
        isAnswering = false
        if unanswered == 0, reading == .nothing { since = now }
    }

    /// The client does or does not keep up with reading.
    mutating func writability(_ keepsUp: Bool, now: UInt64) { stalledSince = keepsUp ? nil : stalledSince ?? now }

    /// The next moment at which the client is late, and with what; nil while it is the server's turn.
    var deadline: (moment: UInt64, lapse: Lapse)? {
        let reading: (UInt64, Lapse)? =
            switch reading {
            case .header: (since + .seconds(limits.headerSeconds), .request)
            case .body: (since + .seconds(limits.bodySeconds), .request)
            case .nothing where unanswered > 0: nil
            case .nothing: (since + .seconds(isFresh ? limits.headerSeconds : limits.idleSeconds), .idle)
            }
        guard let stalledSince else { return reading }
        let stall = stalledSince + .seconds(limits.writeSeconds)
        return if let reading, reading.0 <= stall { reading } else { (stall, .answer) }
    }
}
