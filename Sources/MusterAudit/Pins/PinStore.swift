import Crypto
package import MusterAPI
package import TransparencyLog

/// The pins of this machine's user: for each log a folder with the largest head that was seen and the keys that are
/// believed, and for each server which log it gave.
///
/// Every change goes by a lock, so that several processes at once leave what one after the other would; a file is
/// replaced by its name, so that no reader and no crash finds half of one.
package struct PinStore: Sendable {
    /// Where the pins lie.
    package let folder: String

    /// The pins in a folder, which need not be there yet.
    package init(folder: String) { self.folder = folder }

    /// The pins in the place that the XDG Base Directory Specification 0.8 has for state:
    /// `$XDG_STATE_HOME/muster/pins`, by default `~/.local/state/muster/pins`. Nil if neither that nor a home is named.
    package init?(environment: [String: String]) {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            self.init(folder: state + "/muster/pins")
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            self.init(folder: home + "/.local/state/muster/pins")
        } else {
            return nil
        }
    }

    // MARK: Logs

    /// The folder of a log.
    package func folder(ofLog origin: String) -> String { folder + "/" + Self.name(of: origin) }

    /// What is known of a log; nil if it was never seen.
    package func pin(of origin: String) throws(Failure) -> Pin? {
        let folder = folder(ofLog: origin)
        return try locked(folder, makes: false) { () throws(Failure) in try Self.read(folder) } ?? nil
    }

    /// Puts a pin in the place of another one, unless somebody else has changed that meanwhile.
    ///
    /// - Parameter old: What was read before; nil if there was none. The new one is never smaller.
    /// - Returns: Whether it was done; if not, read again and look at what there is now.
    package func move(from old: Pin?, to new: Pin) throws(Failure) -> Bool {
        precondition(
            new.checkpoint.checkpoint.size >= old?.checkpoint.checkpoint.size ?? 0, "a pin only ever moves forward")
        let folder = folder(ofLog: new.origin)
        return try locked(folder, makes: true) { () throws(Failure) in
            guard try Self.read(folder) == old else { return false }
            do throws(DiskError) {
                // Both sets of keys until the head has been exchanged: the head that is there is always signed by one.
                let all = (old?.keys ?? []) + new.keys.filter { old?.keys.contains($0) != true }
                try Disk.replace(folder + "/vkeys", with: Self.text(of: all), in: folder)
                try Disk.replace(folder + "/checkpoint", with: new.checkpoint.bytes, in: folder)
                if all != new.keys { try Disk.replace(folder + "/vkeys", with: Self.text(of: new.keys), in: folder) }
            } catch { throw Self.unwritable(error) }
            return true
        } ?? false
    }

    /// Keeps what speaks against a server beside the pin: the pinned head and the one that was served. What was kept
    /// before stays as it is.
    ///
    /// - Returns: The folder with both.
    package func keepEvidence(against served: SignedCheckpoint, beside pin: Pin) throws(Failure) -> String {
        let log = folder(ofLog: pin.origin)
        let folder = log + "/refused/" + Self.name(of: pin.checkpoint.bytes + served.bytes)
        do throws(DiskError) {
            try Disk.makeFolder(folder)
            for (name, note) in [("pinned", pin.checkpoint), ("served", served)] {
                let path = folder + "/" + name
                let draft = folder + "/.\(name).\(Self.draft)"
                _ = try Disk.make(path, with: note.bytes, draft: draft, in: folder)
            }
        } catch { throw Self.unwritable(error) }
        return folder
    }

    /// Whether the user was told of the log already; from the second time on he was.
    package func isFirstTelling(of origin: String) throws(Failure) -> Bool {
        let folder = folder(ofLog: origin)
        do throws(DiskError) {
            return try Disk.make(
                folder + "/told", with: [], draft: folder + "/.told.\(Self.draft)", in: folder)
        } catch { throw Self.unwritable(error) }
    }

    // MARK: Servers

    /// Which log a server gave for a district; nil if none was ever had from it.
    package func origin(servedBy server: String, district: String) throws(Failure) -> String? {
        guard let bytes = try Disk.bytes(of: path(of: server, district)) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, lines[0] == server, lines[1] == district, lines[3].isEmpty else {
            throw Self.damaged(path(of: server, district))
        }
        return String(lines[2])
    }

    /// Remembers which log a server gives for a district, for good.
    ///
    /// - Returns: Whether that is what stands there now.
    package func remember(_ origin: String, servedBy server: String, district: String) throws(Failure) -> Bool {
        let servers = folder + "/servers"
        let path = path(of: server, district)
        do throws(DiskError) {
            try Disk.makeFolder(servers)
            let text = Array("\(server)\n\(district)\n\(origin)\n".utf8)
            if try Disk.make(path, with: text, draft: path + ".\(Self.draft)", in: servers) { return true }
        } catch { throw Self.unwritable(error) }
        return try self.origin(servedBy: server, district: district) == origin
    }

    /// The file that says which log a server gives for a district.
    package func path(of server: String, _ district: String) -> String {
        folder + "/servers/" + Self.name(of: server + "\n" + district)
    }

    // MARK: Files

    private static func read(_ folder: String) throws(Failure) -> Pin? {
        guard let note = try Disk.bytes(of: folder + "/checkpoint") else { return nil }
        do throws(TransparencyError) {
            let checkpoint = try SignedCheckpoint(note)
            var keys: [VerifierKey] = []
            let text = (try? Disk.bytes(of: folder + "/vkeys")) ?? []
            for line in text.split(separator: UInt8(ascii: "\n")) {
                keys.append(try VerifierKey(parsing: String(decoding: line, as: UTF8.self)))
            }
            let pin = Pin(checkpoint: checkpoint, keys: keys)
            _ = try checkpoint.verify(pin.policy)
            return pin
        } catch { throw damaged(folder) }
    }

    private static func text(of keys: [VerifierKey]) -> [UInt8] {
        Array(keys.map { $0.text + "\n" }.joined().utf8)
    }

    /// 32 hex digits of the SHA-256.
    private static func name(of bytes: some Collection<UInt8>) -> String {
        SHA256.hash(data: Array(bytes)).prefix(16).map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }

    private static func name(of text: String) -> String { name(of: text.utf8) }

    private static func unwritable(_ error: DiskError) -> Failure {
        Failure("pinUnwritable", ["path": error.path, "detail": error.detail])
    }

    private static func damaged(_ path: String) -> Failure { Failure("pinDamaged", ["path": path]) }
}
