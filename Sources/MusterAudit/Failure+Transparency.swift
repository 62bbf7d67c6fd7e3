package import MusterAPI
package import TransparencyLog

extension Failure {
    /// Why something of a log is not what it claims to be. The sentence stands under `transparency.<code>`.
    package init(_ error: TransparencyError) {
        self.init(error.code.rawValue, ["what": error.what], key: "transparency.\(error.code.rawValue)")
    }

    /// Whether it says that something could be read and judged, and does not hold; everything else kept somebody from
    /// judging.
    package var isRefutation: Bool {
        TransparencyError.Code(rawValue: code)?.isRefutation == true
    }
}

extension TransparencyError {
    /// Whether it says that something was judged and does not hold.
    package var isRefutation: Bool { code.isRefutation }
}

extension TransparencyError.Code {
    fileprivate var isRefutation: Bool {
        switch self {
        case .signatureInvalid, .signatureMissing, .cosignatureMissing, .checkpointOrigin, .inclusionFails,
            .consistencyFails:
            true
        case .noteTooLarge, .noteNotUTF8, .noteControlCharacter, .noteIncomplete, .noteSignatureLine,
            .noteTooManySignatures, .badKeyName, .badVerifierKey, .badSecretKey, .checkpointIncomplete,
            .checkpointSize, .checkpointRoot, .badProofFile, .badTilePath, .badTile, .badEntryBundle, .entryTooLarge:
            false
        }
    }
}
