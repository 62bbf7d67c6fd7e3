import Foundation

/// A year of Boston's 311 cases, if the file lies beside the checkout.
enum BostonCases {
    private static let name = "boston311-2015.csv.xz"

    /// `MUSTER_SHARED_DATA`, or the folder `shared/data` beside the checkout.
    private static var file: URL? {
        let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder =
            ProcessInfo.processInfo.environment["MUSTER_SHARED_DATA"].map { URL(filePath: $0) }
            ?? checkout.deletingLastPathComponent().appending(path: "shared/data")
        let file = folder.appending(path: name)
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }

    /// At least so many bytes of the unpacked file from its beginning; nil (and said on stdout) if it is not there.
    static func beginning(bytes: Int) throws -> [UInt8]? {
        guard let file else {
            print("skipped: there is no shared/data/\(name) beside the checkout")
            return nil
        }
        let unpacking = Process()
        unpacking.executableURL = URL(filePath: "/usr/bin/env")
        unpacking.arguments = ["xz", "-dc", file.path]
        let pipe = Pipe()
        unpacking.standardOutput = pipe
        try unpacking.run()
        var content = Data()
        while content.count < bytes, let more = try pipe.fileHandleForReading.read(upToCount: 1 << 16), !more.isEmpty {
            content += more
        }
        // The rest is not wanted: the other side ends when nobody reads.
        try pipe.fileHandleForReading.close()
        unpacking.waitUntilExit()
        return Array(content)
    }
}
