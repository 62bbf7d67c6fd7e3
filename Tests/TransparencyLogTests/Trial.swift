import TransparencyLog

/// A log and a witness with public test keys; keys and signed bytes were made with Python's `cryptography`.
enum Trial {
    static let origin = "muster.example/610113"
    static let logKey = "muster.example/610113+743376c2+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    static let logSecret = "PRIVATE+KEY+muster.example/610113+743376c2+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"
    static let witnessKey = "witness.example/安亭+95bcecbd+BAu8NGpXZnw4ASC9nH/X5R0sX9/qN80vW/QFssa/by14"
    static let witnessSecret =
        "PRIVATE+KEY+witness.example/安亭+95bcecbd+BGRlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKD"
    static let time: UInt64 = 1_795_000_000
    static let text = """
        muster.example/610113
        70000
        pipUvjMpT/1aXExjf9dUYwtxqJLoNW46Zmpcin/9FRg=

        """
    static let logLine =
        "— muster.example/610113 "
        + "dDN2wp5QLC3Pln3y4ewn/MbgBdpyf2FxKfuG/VQiSpvNotImysC3HVn3sUwrWYi76vN/UKaXCJGFkBK1bZu8Fswl6QU="
    static let witnessLine =
        "— witness.example/安亭 "
        + "lbzsvQAAAABq/YbAnEfwu5MvNlQmQgi1BO/kPOs/0svg63wcBhvON76kc3dls6bfPtA3OBNL1uQads/BLvD7fx4I+m5eD9Us06VkDg=="
    static let note = text + "\n" + logLine + "\n" + witnessLine + "\n"

    static func signer() throws -> NoteSigner { try NoteSigner(parsing: logSecret) }
    static func cosigner() throws -> Cosigner { try Cosigner(parsing: witnessSecret) }

    /// Wants the log's signature and the witness's.
    static func policy() throws -> LogPolicy {
        LogPolicy(
            origin: origin, logKeys: [try VerifierKey(parsing: logKey)],
            cosigners: [try VerifierKey(parsing: witnessKey)], quorum: 1
        )
    }

    /// A signed and cosigned checkpoint over the first entries of the large table.
    static func checkpoint(size: UInt64) throws -> SignedCheckpoint {
        let checkpoint = try Checkpoint(origin: origin, size: size, root: NodeTable.large.root(size))
        var signed = SignedCheckpoint(checkpoint, signers: [try signer()])
        signed.cosign(try cosigner(), time: time)
        return signed
    }
}

extension String {
    var bytes: [UInt8] { Array(utf8) }
}
