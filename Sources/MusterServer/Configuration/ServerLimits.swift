/// What a client may take of the server before it is refused. Bytes and seconds.
package struct ServerLimits: Sendable, Equatable {
    /// Method, target and version.
    package var requestLineBytes = 8 * 1024
    /// Names and values of all header fields, four bytes for each field's punctuation included.
    package var headerBytes = 16 * 1024
    /// How many header fields.
    package var headerFields = 100
    /// A request's body, unless its route allows another size.
    package var bodyBytes = 1024 * 1024
    /// A file that is put under its SHA-256.
    package var fileBytes = 16 * 1024 * 1024
    /// From a connection's or a request's first moment to the end of its header.
    package var headerSeconds = 10
    /// From the end of the header to the end of the body.
    package var bodySeconds = 30
    /// Between an answer and the next request's first byte.
    package var idleSeconds = 60
    /// How long a client may leave an answer unread.
    package var writeSeconds = 30
    /// Connections at the same time.
    package var connections = 4_096

    /// The limits that hold unless somebody sets others.
    package init() {}
}

/// How often something may be done. A bucket of `perMinute` marks fills up evenly over a minute.
package struct ServerRates: Sendable, Equatable {
    /// Failed sign-ins of one client address a minute.
    package var failedSignIns = 10
    /// Requests of one token a minute; 0 sets no limit.
    package var requestsPerToken = 0

    /// The rates that hold unless somebody sets others.
    package init() {}
}
