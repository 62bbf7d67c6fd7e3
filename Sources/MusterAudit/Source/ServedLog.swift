package import MusterAPI
package import TransparencyLog

/// A log that a server gives.
package struct ServedLog: LogSource {
    private let connection: ServerConnection
    private let root: String

    /// The log of a district.
    package init(_ connection: ServerConnection, district: String) {
        self.connection = connection
        root = "/log/" + ActRequest.segment(district) + "/"
    }

    package func newestCheckpoint() async throws(Failure) -> SignedCheckpoint? {
        guard let bytes = try await file(LogPath.checkpoint, isNewest: true) else { return nil }
        return try LogFile.checkpoint(bytes)
    }

    package func checkpoint(ofSize size: UInt64) async throws(Failure) -> SignedCheckpoint? {
        guard let bytes = try await file(LogPath.checkpoint(ofSize: size)) else { return nil }
        return try LogFile.checkpoint(bytes)
    }

    package func checkpointSizes() async throws(Failure) -> [UInt64] {
        var sizes: [UInt64] = []
        var next: UInt64? = 0
        while let from = next {
            let query = [(name: "from", value: "\(from)"), (name: "limit", value: "1000")]
            guard let bytes = try await connection.bytes(at: root + LogPath.checkpoints, query: query, isNewest: true)
            else { break }
            guard let page = try? JSONReader.value(of: bytes).decoded(CheckpointSizes.self),
                page.next.map({ $0 > from }) != false
            else {
                throw Failure(
                    "notMuster", status: .unreachable, ["server": "\(connection.address)", "status": "200"])
            }
            sizes += page.sizes
            next = page.next
        }
        return sizes
    }

    package func tile(_ coordinate: TileCoordinate) async throws(Failure) -> [UInt8]? {
        try await file(coordinate.path)
    }

    package func verifierKeys() async throws(Failure) -> [VerifierKey] {
        guard let bytes = try await file(LogPath.verifierKeys, isNewest: true) else { return [] }
        return try LogFile.verifierKeys(bytes)
    }

    private func file(_ name: String, isNewest: Bool = false) async throws(Failure) -> [UInt8]? {
        try await connection.bytes(at: root + name, isNewest: isNewest)
    }
}
