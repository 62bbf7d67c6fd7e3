import MusterAPI
import MusterText
import TransparencyLog

/// Who signed a head, for people and for programs.
struct SignersReport {
    let signers: CheckpointSigners

    func lines(_ console: Console) -> [String] {
        let wording = Wording(console)
        return signers.log.map { console.say("audit.signedBy", ["name": $0.key.name.text, "id": $0.key.keyID.hex]) }
            + signers.cosigners.map { signature in
                console.say(
                    "audit.cosignedBy",
                    [
                        "name": signature.key.name.text, "id": signature.key.keyID.hex,
                        "time": wording.moment(Self.text(signature.time)),
                    ])
            }
    }

    var members: [JSONValue.Member] {
        [
            .init("signedBy", .array(signers.log.map { .string($0.key.text) })),
            .init(
                "cosigned",
                .array(
                    signers.cosigners.map { signature in
                        ["key": .string(signature.key.text), "time": .string(Self.text(signature.time))]
                    })),
        ]
    }

    /// A cosignature's time, RFC 3339 in UTC.
    private static func text(_ seconds: UInt64?) -> String {
        let (milliseconds, isTooLarge) = Int64(clamping: seconds ?? 0).multipliedReportingOverflow(by: 1_000)
        return Moment(milliseconds: isTooLarge ? .max : milliseconds).iso8601
    }
}
