import EventLog
import Foundation
import MusterAPI
import MusterEngine
import Testing
import TransparencyLog

@testable import MusterServer

@Suite struct `A log is given to whoever asks` {
    @Test func `heads, by size too, and the keys that verify them`() async throws {
        let house = try await LogHouse()
        try await house.serve { server in
            let none = try await server.get("/log/610113/checkpoint")
            #expect(none.status == 404 && none.code == "noCheckpoint")
            #expect(none["Content-Type"] == "application/problem+json")
            #expect(try await server.get("/log/610113/checkpoints").body == #"{"sizes":[],"next":null}"#)

            var heads: [UInt64: SignedCheckpoint] = [:]
            for size in [1, 7, 256, house.size] { heads[size] = try await house.sign(size) }
            let newest = try await server.get("/log/610113/checkpoint")
            #expect(newest.status == 200 && Array(newest.body.utf8) == heads[house.size]?.bytes)
            #expect(newest["Content-Type"] == "text/plain; charset=utf-8")
            #expect(newest["Cache-Control"] == "public, max-age=2")
            let old = try await server.get("/log/610113/checkpoints/7")
            #expect(old.status == 200 && Array(old.body.utf8) == heads[7]?.bytes)
            #expect(old["Cache-Control"] == "public, max-age=31536000, immutable")
            let first = try await server.get("/log/610113/checkpoints?limit=3")
            #expect(first.body == #"{"sizes":[1,7,256],"next":\#(house.size)}"#)
            let rest = try await server.get("/log/610113/checkpoints?from=\(house.size)&limit=3")
            #expect(rest.body == #"{"sizes":[\#(house.size)],"next":null}"#)

            let keys = try await server.get("/log/610113/vkey")
            #expect(keys.body == house.key.verifierKeys.map { $0.text + "\n" }.joined())
            let parsed = try keys.body.split(separator: "\n").map { try VerifierKey(parsing: String($0)) }
            let policy = LogPolicy(origin: house.key.name, logKeys: [parsed[0]], cosigners: [parsed[1]], quorum: 1)
            _ = try SignedCheckpoint(newest.body.utf8).verify(policy)
        }
    }

    @Test func `hashes and entries, for ever the same`() async throws {
        let house = try await LogHouse()
        try await house.serve { server in
            let width = Int(house.size) - 256
            for path in ["000", "001.p/\(width)", "000.p/1"] {
                let entries = try await server.get("/log/610113/tile/entries/\(path)")
                #expect(entries.status == 200 && entries["Content-Type"] == "application/octet-stream")
                #expect(entries["Cache-Control"] == "public, max-age=31536000, immutable")
            }
            // Hashes are no text; their number is what can be seen of them here.
            for (path, count) in [("0/000", 256), ("0/001.p/\(width)", width), ("0/001.p/1", 1), ("1/000.p/1", 1)] {
                let tile = try await server.get("/log/610113/tile/\(path)")
                #expect(tile.status == 200 && tile["Content-Length"] == "\(32 * count)", "\(path)")
                #expect(tile["Cache-Control"] == "public, max-age=31536000, immutable")
            }
        }
    }

    @Test func `what is not there, or spelt otherwise, is not found`() async throws {
        let house = try await LogHouse()
        try await house.sign(7)
        let width = house.size - 256
        let paths = [
            "tile/0/001", "tile/0/002", "tile/0/001.p/\(width + 1)", "tile/0/001.p/0", "tile/0/001.p/256",
            "tile/0/001.p/01", "tile/0/0", "tile/0/0000", "tile/0/x000/000", "tile/00/000", "tile/64/000",
            "tile/0/00%30", "tile/%30/000", "t%69le/0/000", "tile/0/000/", "tile/0//000", "tile/0", "tile",
            "tile/entries", "tile/entries/", "tile/entries/002", "tile/entries/000.p", "tile/data/000",
            "tile/7/000.p/1", "tile/63/000", "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/000.p/1/2",
            "checkpoints/8", "checkpoints/07", "checkpoints/%37", "checkpoints/-1", "checkpoints/99999999999999999999",
            "checkpoints/", "", "checkpoint/7", "nothing",
        ]
        try await house.serve { server in
            for path in paths {
                let answer = try await server.get("/log/610113/\(path)")
                #expect(answer.status == 404, "\(path)")
                #expect(answer["Content-Type"] == "application/problem+json", "\(path)")
                #expect(answer["Cache-Control"] == "no-store", "\(path)")
            }
            for path in ["checkpoint", "vkey", "checkpoints", "tile/0/000", "tile/entries/000.p/1"] {
                #expect(try await server.get("/log/610199/\(path)").status == 404, "another district's \(path)")
            }
            for path in ["checkpoint?x=1", "tile/0/000?x=1", "checkpoints?limit=0", "checkpoints?from=x"] {
                #expect(try await server.get("/log/610113/\(path)").status == 400, "\(path)")
            }
        }
    }

    @Test func `methods and media types are refused like everywhere`() async throws {
        let house = try await LogHouse()
        try await house.sign(7)
        try await house.serve { server in
            for path in ["checkpoint", "checkpoints", "checkpoints/7", "vkey", "tile/0/000", "tile/entries/000"] {
                let target = "/log/610113/\(path)"
                let whole = try await server.get(target)
                let head = try await server.get(target, method: "HEAD")
                #expect(head.status == 200 && head.body.isEmpty && head["Content-Length"] == whole["Content-Length"])
                #expect(head["Cache-Control"] == whole["Cache-Control"])
                let options = try await server.get(target, method: "OPTIONS")
                #expect(options.status == 204 && options["Allow"] == "GET, HEAD, OPTIONS")
                let post = try await server.get(target, method: "POST")
                #expect(post.status == 405 && post["Allow"] == "GET, HEAD, OPTIONS", "\(path)")
                #expect(try await server.get(target, ["Accept": "image/png"]).status == 406, "\(path)")
            }
        }
    }

    @Test func `entries may be kept for those who read all, and the rest stays everybody's`() async throws {
        let house = try await LogHouse()
        try await house.sign(7)
        try await house.serve(areEntriesPublic: false) { server in
            let target = "/log/610113/tile/entries/000.p/7"
            #expect(try await server.get(target).status == 401)
            let refused = try await server.get(target, ["Authorization": "Bearer \(house.department)"])
            #expect(refused.status == 403 && refused.code == "mayNotReadEntries")
            let shown = try await server.get(target, ["Authorization": "Bearer \(house.centre)"])
            #expect(shown.status == 200 && shown["Cache-Control"]?.hasPrefix("private") == true)
            for path in ["checkpoint", "checkpoints/7", "vkey", "tile/0/000.p/7"] {
                #expect(try await server.get("/log/610113/\(path)").status == 200, "\(path)")
            }
        }
    }
}
