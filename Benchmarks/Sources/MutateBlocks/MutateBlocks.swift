import ArgumentParser

/// Changes blocks at random and reads them, many more times than the tests have time for.
@main
struct MutateBlocks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate-blocks",
        abstract: "Changes the stored parts of segments at random and reads them.")

    @Argument(help: "How many frames to change, and how often to change what a frame holds.")
    var count = 1_000_000

    @Argument(help: "The seed; the same one makes the same changes.")
    var seed: UInt64 = .random(in: 0...UInt64(Int64.max))

    func run() throws {
        print("seed \(seed)")
        var mutations = BlockMutations(seed: seed)
        try mutations.changeFrames(count)
        print("\(count) changed frames: every one of them an error")
        let (read, sum) = mutations.changeContents(count)
        print("\(count) changed contents: \(count - read) errors, \(read) read as something else (sum \(sum))")
    }
}
