import Foundation
import Glibc

/// The folder of a package while it is made: it lies beside its final place, and gets its name when all of it is there.
final class PackageFolder {
    /// The file with the SHA-256 of every other one, as `sha256sum -c` reads it.
    static let sums = "sha256sums.txt"

    private let target: String
    private let draft: String
    private var files: [(path: String, sha256: String)] = []
    private var folders: Set<String> = []

    /// Begins a package.
    ///
    /// - Throws: ``AuditPackage/Failure/occupied(_:)`` if something is at its final place already.
    init(_ target: String, draft: String) throws(AuditPackage.Failure) {
        (self.target, self.draft) = (target, draft)
        var information = stat()
        if unsafe lstat(target, &information) == 0 {
            // An empty folder gives way when the draft gets its name.
            guard information.st_mode & S_IFMT == S_IFDIR,
                (try? FileManager.default.contentsOfDirectory(atPath: target))?.isEmpty == true
            else { throw .occupied(target) }
        }
        guard unsafe mkdir(draft, 0o700) == 0 else { throw .file(LogExport.Fault(DiskError(draft))) }
    }

    /// A new file, which counts when it has been kept.
    func file(_ path: String) throws(LogExport.Fault) -> PackageFile {
        if let slash = path.lastIndex(of: "/") {
            let folder = String(path[..<slash])
            if folders.insert(folder).inserted {
                guard unsafe mkdir(draft + "/" + folder, 0o700) == 0 else { throw LogExport.Fault(DiskError(folder)) }
            }
        }
        return try PackageFile(path, in: draft)
    }

    /// Keeps a file of the package. Returns its SHA-256 in hex.
    @discardableResult
    func keep(_ file: PackageFile) throws(LogExport.Fault) -> String {
        let sha256 = try file.finish()
        files.append((file.path, sha256))
        return sha256
    }

    /// Puts a file into the package.
    func put(_ path: String, _ bytes: [UInt8]) throws(LogExport.Fault) {
        let file = try file(path)
        try file.write(bytes)
        try keep(file)
    }

    /// Puts a copy of a file into the package; nil if there is none.
    func copy(_ source: String, to path: String) throws(LogExport.Fault) -> (sha256: String, bytes: UInt64)? {
        let descriptor = unsafe open(source, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw LogExport.Fault(DiskError(source))
        }
        defer { close(descriptor) }
        let copy = try file(path)
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe part.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw LogExport.Fault(DiskError(source)) }
            guard count > 0 else { break }
            try copy.write(Array(part[..<count]))
        }
        return (try keep(copy), copy.count)
    }

    /// Takes a file that is no part of the package away again.
    func discard(_ file: PackageFile) { _ = unsafe unlink(draft + "/" + file.path) }

    /// How many files it has so far.
    var count: Int { files.count }

    /// Ends it: the sums are written, everything is on the disk, and the folder gets its name.
    func seal() throws(LogExport.Fault) {
        let sums = try file(Self.sums)
        for file in files.sorted(by: { $0.path < $1.path }) { try sums.write("\(file.sha256)  \(file.path)\n") }
        _ = try sums.finish()
        do throws(DiskError) {
            for folder in folders { try Disk.settle(draft + "/" + folder) }
            try Disk.settle(draft)
            guard unsafe rename(draft, target) == 0 else { throw DiskError(target) }
            try Disk.settle(URL(fileURLWithPath: target).deletingLastPathComponent().path)
        } catch { throw LogExport.Fault(error) }
    }

    /// Takes everything away that was written.
    func remove() { try? FileManager.default.removeItem(atPath: draft) }
}
