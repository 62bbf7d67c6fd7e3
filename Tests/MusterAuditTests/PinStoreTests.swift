import Foundation
import MusterAPI
import MusterAudit
import Testing
import TransparencyLog

@Suite struct `Pins on disk` {
    private let folder: Folder
    private let pins: PinStore
    private let keys = [Keys.log.verifierKey]

    init() throws {
        folder = try Folder()
        pins = PinStore(folder: folder.path + "/pins")
    }

    @Test(
        arguments: [
            (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/muster/pins"), (["HOME": "/h"], "/h/.local/state/muster/pins"),
            (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/muster/pins"),
            (["XDG_STATE_HOME": ""], nil), ([:], nil),
        ] as [([String: String], String?)])
    func `lie where the system has its users' state`(environment: [String: String], path: String?) {
        #expect(PinStore(environment: environment)?.folder == path)
    }

    @Test func `come back as they were, and are nobody else's to read`() throws {
        let log = TestLog(9)
        let pin = Pin(checkpoint: try log.sign(9), keys: keys)
        #expect(try pins.move(from: nil, to: pin))
        #expect(try pins.pin(of: Keys.origin) == pin)
        #expect(try pins.pin(of: "another") == nil)
        let place = pins.folder(ofLog: Keys.origin)
        for (name, mode) in [("", 0o700), ("/checkpoint", 0o600), ("/vkeys", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: place + name)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode, "\(name)")
        }
    }

    @Test func `move only from what is there`() throws {
        let log = TestLog(9)
        let (old, middle, new) = (
            Pin(checkpoint: try log.sign(3), keys: keys), Pin(checkpoint: try log.sign(6), keys: keys),
            Pin(checkpoint: try log.sign(9), keys: keys)
        )
        #expect(try pins.move(from: nil, to: old))
        #expect(try !pins.move(from: nil, to: new))
        #expect(try pins.move(from: old, to: new))
        #expect(try !pins.move(from: old, to: middle))
        #expect(try pins.pin(of: Keys.origin) == new)
    }

    @Test func `of many at once end with the largest head, and nobody is refused`() async throws {
        let log = TestLog(300)
        try log.sign(1)
        let pins = pins
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...60 {
                group.addTask {
                    try log.signMore(4)
                    _ = try await PinCheck(of: log, servedBy: "https://a", district: "610113", pins: pins).run()
                }
            }
            try await group.waitForAll()
        }
        #expect(try pins.pin(of: Keys.origin)?.checkpoint.checkpoint.size == 241)
        let left = try FileManager.default.contentsOfDirectory(atPath: pins.folder(ofLog: Keys.origin))
        #expect(Set(left).isSubset(of: ["checkpoint", "vkeys", "lock"]), "\(left)")
    }

    @Test func `that were interrupted between keys and head are still whole`() throws {
        let log = TestLog(9)
        let pin = Pin(checkpoint: try log.sign(9), keys: keys)
        #expect(try pins.move(from: nil, to: pin))
        let both = [Keys.log.verifierKey, Keys.next.verifierKey].map { $0.text + "\n" }.joined()
        try both.write(toFile: pins.folder(ofLog: Keys.origin) + "/vkeys", atomically: true, encoding: .utf8)
        #expect(try pins.pin(of: Keys.origin)?.checkpoint == pin.checkpoint)
    }

    @Test(arguments: ["/checkpoint", "/vkeys"], ["", "nonsense", "flipped"])
    func `that are damaged are said to be`(name: String, how: String) throws {
        let log = TestLog(9)
        #expect(try pins.move(from: nil, to: Pin(checkpoint: try log.sign(9), keys: keys)))
        let path = pins.folder(ofLog: Keys.origin) + name
        var bytes = try #require(try Disk.bytes(of: path))
        if how == "flipped" { bytes[bytes.count / 2] ^= 1 } else { bytes = Array(how.utf8) }
        try Data(bytes).write(to: URL(filePath: path))
        let failure = #expect(throws: Failure.self) { _ = try pins.pin(of: Keys.origin) }
        #expect(failure?.code == "pinDamaged")
    }

    @Test func `leave evidence as it was kept first`() throws {
        let log = TestLog(9)
        let pin = Pin(checkpoint: try log.sign(9), keys: keys)
        let served = try log.sign(5)
        let place = try pins.keepEvidence(against: served, beside: pin)
        try Data("noted".utf8).write(to: URL(filePath: place + "/served"))
        #expect(try pins.keepEvidence(against: served, beside: pin) == place)
        #expect(try Disk.bytes(of: place + "/served") == Array("noted".utf8))
        #expect(try pins.keepEvidence(against: try log.sign(4), beside: pin) != place)
    }

    @Test func `that can't be kept are a failure with the path`() throws {
        let path = folder.path + "/file"
        try Data().write(to: URL(filePath: path))
        let log = TestLog(9)
        let failure = #expect(throws: Failure.self) {
            _ = try PinStore(folder: path + "/pins").move(
                from: nil, to: Pin(checkpoint: try log.sign(9), keys: keys))
        }
        #expect(failure?.code == "pinUnwritable" && failure?.en.contains(path) == true)
    }

    @Test func `of a server stay what they were first`() throws {
        #expect(try pins.origin(servedBy: "https://a", district: "610113") == nil)
        #expect(try pins.remember("x", servedBy: "https://a", district: "610113"))
        #expect(try pins.remember("x", servedBy: "https://a", district: "610113"))
        #expect(try !pins.remember("y", servedBy: "https://a", district: "610113"))
        #expect(try pins.origin(servedBy: "https://a", district: "610113") == "x")
        #expect(try pins.origin(servedBy: "https://a", district: "610112") == nil)
    }
}
