import Foundation
import MusterAPI
import MusterAudit
import Testing
import TransparencyLog

@Suite struct `A server's head is held against what was seen of the log` {
    private let folder: Folder
    private let pins: PinStore

    init() throws {
        folder = try Folder()
        pins = PinStore(folder: folder.path + "/state/muster/pins")
    }

    private func look(at log: TestLog, server: String = "https://a") async throws(Failure) -> PinCheck.Outcome {
        try await PinCheck(of: log, servedBy: server, district: "610113", pins: pins).run()
    }

    /// The refusal, and whether both heads are kept.
    private func refusal(
        of log: TestLog, beside pinned: SignedCheckpoint, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String? {
        let before = try pins.pin(of: Keys.origin)
        var found: Failure?
        do { _ = try await look(at: log) } catch { found = error }
        #expect(try pins.pin(of: Keys.origin) == before, "the pin stays", sourceLocation: sourceLocation)
        let failure = try #require(found, sourceLocation: sourceLocation)
        #expect(!failure.zh.contains("«") && !failure.en.contains("{"), "\(failure)", sourceLocation: sourceLocation)
        let served = try #require(try await log.newestCheckpoint(), sourceLocation: sourceLocation)
        let refused = pins.folder(ofLog: Keys.origin) + "/refused"
        let kept = try FileManager.default.contentsOfDirectory(atPath: refused).map { refused + "/" + $0 }
        #expect(
            kept.contains { folder in
                (try? Disk.bytes(of: folder + "/pinned")) == pinned.bytes
                    && (try? Disk.bytes(of: folder + "/served")) == served.bytes
            }, "both heads are kept", sourceLocation: sourceLocation)
        #expect(kept.contains { failure.en.contains($0) && failure.zh.contains($0) }, sourceLocation: sourceLocation)
        return failure.code
    }

    @Test func `the first head is believed, and every later one that extends it`() async throws {
        let log = TestLog(700)
        let first = try log.sign(70)
        guard case .first(let pin) = try await look(at: log) else {
            Issue.record("it was not the first time")
            return
        }
        #expect(pin.checkpoint == first && pin.keys == [Keys.log.verifierKey])
        #expect(try await look(at: log) == .known(pin))
        for size in [71, 256, 257, 512, 700] {
            let head = try log.sign(size)
            #expect(try await look(at: log) == .known(Pin(checkpoint: head, keys: pin.keys)))
        }
        #expect(try pins.pin(of: Keys.origin)?.checkpoint.checkpoint.size == 700)
    }

    @Test func `a head that has not changed costs one request`() async throws {
        let log = TestLog(300)
        try log.sign(300, cosigner: Keys.cosigner)
        log.publish([Keys.log.verifierKey, Keys.cosigner.verifierKey])
        _ = try await look(at: log)
        let before = log.asked.count
        _ = try await look(at: log)
        #expect(log.asked.dropFirst(before) == ["checkpoint"])
    }

    @Test func `a user is told once of a log`() async throws {
        let log = TestLog(5)
        try log.sign(5)
        _ = try await look(at: log)
        #expect(try pins.isFirstTelling(of: Keys.origin))
        #expect(try !pins.isFirstTelling(of: Keys.origin))
    }

    @Test func `a log that was put back is refused, once and again`() async throws {
        let log = TestLog(300)
        let pinned = try log.sign(300)
        _ = try await look(at: log)
        try log.sign(299)
        #expect(try await refusal(of: log, beside: pinned) == "pinRewound")
        #expect(try await refusal(of: log, beside: pinned) == "pinRewound")
        try log.sign(0)
        #expect(try await refusal(of: log, beside: pinned) == "pinRewound")
    }

    @Test(arguments: [(300, 299), (301, 299), (400, 0), (600, 255), (600, 299)])
    func `a log with another past is refused, of the same size or larger`(size: Int, common: Int) async throws {
        let log = TestLog(300)
        let pinned = try log.sign(300)
        _ = try await look(at: log)
        let forged = TestLog(size, word: "forged", common: common)
        try forged.sign(size)
        #expect(try await refusal(of: forged, beside: pinned) == "pinForked")
    }

    @Test func `a log that another key signed is refused, whatever keys the server names`() async throws {
        let log = TestLog(400)
        let pinned = try log.sign(300)
        _ = try await look(at: log)
        try log.sign(400, by: [Keys.forger])
        log.publish([Keys.forger.verifierKey])
        #expect(try await refusal(of: log, beside: pinned) == "pinUnknownKey")
    }

    @Test func `another log at the same address is refused`() async throws {
        let log = TestLog(10)
        let pinned = try log.sign(10)
        _ = try await look(at: log)
        let name = "muster.local/610113/ffffffff"
        let other = Keys.signer(9, name: name)
        log.publish([other.verifierKey])
        try log.sign(10, origin: name, by: [other])
        #expect(try await refusal(of: log, beside: pinned) == "pinForeign")
    }

    @Test func `a server without a log is let be, unless it had one`() async throws {
        let log = TestLog(3)
        #expect(try await look(at: log) == .noLog)
        #expect(!FileManager.default.fileExists(atPath: pins.folder))
        try log.sign(3)
        _ = try await look(at: log)
        log.stop()
        let failure = await #expect(throws: Failure.self) { _ = try await look(at: log) }
        #expect(failure?.code == "pinLogGone")
    }

    @Test func `a server that does not show the hashes is refused, and so is one whose hashes are none of its head`()
        async throws
    {
        let log = TestLog(600)
        let pinned = try log.sign(300)
        _ = try await look(at: log)
        try log.sign(600)
        log.damage("tile/0/002.p/88")
        #expect(try await refusal(of: log, beside: pinned) == "pinUnproven")
        log.hide("tile/0/001")
        #expect(try await refusal(of: log, beside: pinned) == "pinUnproven")
    }

    @Test func `the first head of a log must be signed by the keys that the server names`() async throws {
        let log = TestLog(3, keys: [Keys.forger.verifierKey])
        try log.sign(3)
        let failure = await #expect(throws: Failure.self) { _ = try await look(at: log) }
        #expect(failure?.code == "pinUnverified")
        #expect(!FileManager.default.fileExists(atPath: pins.folder))
    }

    @Test func `the same log behind another address has to extend what was seen`() async throws {
        let log = TestLog(20)
        let pinned = try log.sign(20)
        _ = try await look(at: log, server: "https://a")
        let forged = TestLog(20, word: "forged")
        try forged.sign(20)
        let failure = await #expect(throws: Failure.self) { _ = try await look(at: forged, server: "https://b") }
        #expect(failure?.code == "pinForked")
        #expect(try await look(at: log, server: "https://b") == .known(Pin(checkpoint: pinned, keys: pinned.keys)))
    }

    @Test func `a new key is believed when a head is signed by the old one too, and the old one no longer after that`()
        async throws
    {
        let log = TestLog(60)
        _ = try log.sign(10)
        _ = try await look(at: log)
        log.publish([Keys.next.verifierKey, Keys.log.verifierKey])
        let both = try log.sign(20, by: [Keys.next, Keys.log])
        let keys = [Keys.log.verifierKey, Keys.next.verifierKey]
        #expect(try await look(at: log) == .known(Pin(checkpoint: both, keys: keys)))
        let alone = try log.sign(30, by: [Keys.next])
        #expect(try await look(at: log) == .known(Pin(checkpoint: alone, keys: [Keys.next.verifierKey])))
        try log.sign(40, by: [Keys.log])
        #expect(try await refusal(of: log, beside: alone) == "pinUnknownKey")
    }

    @Test func `who was away while the key was changed, and changed again, finds the heads that both have signed`()
        async throws
    {
        let log = TestLog(900)
        for size in [10, 50] { try log.sign(size) }
        _ = try await look(at: log)
        for size in [60, 70, 256] { try log.sign(size) }
        try log.sign(300, by: [Keys.log, Keys.next])
        for size in [301, 512, 600] { try log.sign(size, by: [Keys.next]) }
        try log.sign(700, by: [Keys.next, Keys.forger])
        let newest = try log.sign(900, by: [Keys.forger])
        log.publish([Keys.forger, Keys.next, Keys.log].map(\.verifierKey))
        #expect(
            try await look(at: log) == .known(Pin(checkpoint: newest, keys: [Keys.forger.verifierKey])),
            "from key to key, each believed for the sake of the one before")
    }

    @Test func `a key that was never introduced is refused, however many heads it has signed`() async throws {
        let log = TestLog(900)
        try log.sign(50)
        _ = try await look(at: log)
        let last = try log.sign(60)
        for size in [300, 900] { try log.sign(size, by: [Keys.forger]) }
        log.publish([Keys.forger.verifierKey, Keys.log.verifierKey])
        await #expect {
            _ = try await look(at: log)
        } throws: {
            ($0 as? Failure)?.code == "pinUnknownKey"
        }
        #expect(try pins.pin(of: Keys.origin)?.checkpoint == last, "as far as the known key has signed")
    }

    @Test func `a cosigner whose signature is wrong has the head refused`() async throws {
        let log = TestLog(60)
        log.publish([Keys.log.verifierKey, Keys.cosigner.verifierKey])
        let pinned = try log.sign(10, cosigner: Keys.cosigner)
        _ = try await look(at: log)
        #expect(try pins.pin(of: Keys.origin)?.keys == [Keys.log.verifierKey, Keys.cosigner.verifierKey])
        let other = TestLog(60, keys: [Keys.log.verifierKey])
        var head = try other.sign(30)
        let old = try #require(pinned.note.signatures.last)
        head.add(old)
        let served = Served(head: head, of: other)
        let failure = await #expect(throws: Failure.self) {
            _ = try await PinCheck(of: served, servedBy: "https://a", district: "610113", pins: pins).run()
        }
        #expect(failure?.code == "pinUnknownKey")
    }
}

extension SignedCheckpoint {
    /// The log's key of the tests, which signed it.
    fileprivate var keys: [VerifierKey] { [Keys.log.verifierKey] }
}

/// A log with a head that nobody would sign so.
private struct Served: LogSource {
    let head: SignedCheckpoint
    let log: TestLog

    init(head: SignedCheckpoint, of log: TestLog) { (self.head, self.log) = (head, log) }

    func newestCheckpoint() async throws(Failure) -> SignedCheckpoint? { head }
    func checkpoint(ofSize size: UInt64) async throws(Failure) -> SignedCheckpoint? { nil }
    func checkpointSizes() async throws(Failure) -> [UInt64] { [] }
    func tile(_ coordinate: TileCoordinate) async throws(Failure) -> [UInt8]? { try await log.tile(coordinate) }
    func verifierKeys() async throws(Failure) -> [VerifierKey] { [Keys.log.verifierKey] }
}
