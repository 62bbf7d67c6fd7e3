import Foundation

/// The built program, run as a process whose surroundings are known: nobody's settings, no terminal, the C locale.
struct Program {
    /// It lies beside the bundle of the tests.
    static let path = Bundle.main.bundleURL.appending(path: "muster").path

    /// What a run left behind.
    struct Answer {
        var status: Int32
        var outBytes: Data
        var errorBytes: Data

        var out: String { String(decoding: outBytes, as: UTF8.self) }
        var error: String { String(decoding: errorBytes, as: UTF8.self) }
        /// The lines of stdout.
        var lines: [String] { out.split(separator: "\n").map(String.init) }
    }

    let scratch: Scratch
    /// What is set beside `PATH`, `HOME`, `XDG_CONFIG_HOME` and `LANG=C`, or instead.
    var environment: [String: String] = [:]
    /// Where it runs; the scratch folder if nobody says.
    var folder: String?

    /// Runs it to its end.
    func run(_ arguments: [String], input: Data? = nil) throws -> Answer {
        try start(Program.path, arguments, input: input).wait()
    }

    /// Runs a script of the shell, in which `muster` is the program.
    func shell(_ script: String) throws -> Answer {
        try start("/bin/bash", ["-c", "muster() { \(Program.path) \"$@\"; }\n\(script)"], input: nil).wait()
    }

    /// Starts a program of the shell in its place and goes on.
    func startShell(_ script: String) throws -> Running {
        try start("/bin/bash", ["-c", "exec \(script)"], input: nil)
    }

    /// Starts it and goes on.
    func start(_ arguments: [String]) throws -> Running { try start(Program.path, arguments, input: nil) }

    private func start(_ executable: String, _ arguments: [String], input: Data?) throws -> Running {
        let process = Process()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder ?? scratch.folder.path)
        var surroundings = [
            "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOME": scratch.folder.path,
            "XDG_CONFIG_HOME": scratch.path("config"), "LANG": "C",
            // Built for a sanitizer, the program takes that one's options from whoever runs the tests.
            "ASAN_OPTIONS": ProcessInfo.processInfo.environment["ASAN_OPTIONS"] ?? "",
        ]
        surroundings.merge(environment) { _, mine in mine }
        process.environment = surroundings
        // Files and no pipes: neither stream can fill up while nobody reads it.
        let name = UUID().uuidString
        if let input {
            let file = try scratch.write(input, to: "runs/\(name).in")
            process.standardInput = FileHandle(forReadingAtPath: file)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        let out = try scratch.write("", to: "runs/\(name).out")
        let error = try scratch.write("", to: "runs/\(name).err")
        process.standardOutput = FileHandle(forWritingAtPath: out)
        process.standardError = FileHandle(forWritingAtPath: error)
        try process.run()
        return Running(process: process, out: out, error: error)
    }

    /// A process on its way.
    struct Running {
        let process: Process
        fileprivate let out: String
        fileprivate let error: String

        /// What it has printed so far.
        var printed: String { (try? String(contentsOfFile: out, encoding: .utf8)) ?? "" }
        /// What it has written to stderr so far.
        var complained: String { (try? String(contentsOfFile: error, encoding: .utf8)) ?? "" }

        func wait() throws -> Answer {
            process.waitUntilExit()
            return Answer(
                status: process.terminationStatus,
                outBytes: try Data(contentsOf: URL(filePath: out)),
                errorBytes: try Data(contentsOf: URL(filePath: error))
            )
        }
    }
}
