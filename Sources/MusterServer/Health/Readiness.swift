import Foundation
import Glibc
import MusterDomain
import MusterEngine
import MusterText

/// Whether the server can do its work, and why not.
struct Readiness: Sendable {
    /// One thing that stands in the way.
    struct Reason: Encodable, Equatable {
        var code: String
        var ledger: String
        var district: String?
        var zh: String
        var en: String
    }

    struct Report: Encodable {
        var status: String
        var ledgers: Int
        var open: Int
        var reasons: [Reason]
    }

    /// How far the log may be ahead of the machine's clock, in milliseconds: clocks are set by steps of some size.
    static let tolerance: Int64 = 2_000

    let directory: LedgerDirectory
    let freeMebibytes: Int
    let now: @Sendable () -> Instant

    func report() -> Report {
        let statuses = directory.statuses
        let reasons = statuses.flatMap { self.reasons(of: $0) }
        return Report(
            status: reasons.isEmpty ? "ready" : "notReady", ledgers: statuses.count,
            open: statuses.count { $0.isOpen }, reasons: reasons)
    }

    private func reasons(of status: LedgerStatus) -> [Reason] {
        var reasons: [Reason] = []
        if let failure = status.failure {
            let fault = LedgerFault(failure)
            reasons.append(
                Reason(
                    code: fault.code, ledger: status.path, district: status.code, zh: fault.sentence(.zh),
                    en: fault.sentence(.en)))
        } else if !isWritable(status.path) {
            reasons.append(reason("ledgerNotWritable", status, [:]))
        }
        if let free = Self.freeMebibytes(beside: status.path), free < freeMebibytes {
            reasons.append(reason("diskNearlyFull", status, ["free": "\(free)", "floor": "\(freeMebibytes)"]))
        }
        if let recorded = status.view?.board.recorded, recorded.milliseconds - now().milliseconds > Self.tolerance {
            let seconds = (recorded.milliseconds - now().milliseconds) / 1_000
            reasons.append(reason("clockBehindLog", status, ["seconds": "\(seconds)"]))
        }
        return reasons
    }

    private func reason(_ code: String, _ status: LedgerStatus, _ values: [String: String]) -> Reason {
        let values = values.merging(["path": status.path]) { own, _ in own }
        return Reason(
            code: code, ledger: status.path, district: status.code,
            zh: Catalogue.muster.say("readiness.\(code)", .zh, values),
            en: Catalogue.muster.say("readiness.\(code)", .en, values))
    }

    /// SQLite writes the ledger and makes files beside it.
    private func isWritable(_ path: String) -> Bool {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        return unsafe access(path, W_OK) == 0 && access(folder, W_OK) == 0
    }

    private static func freeMebibytes(beside path: String) -> Int? {
        var figures = statvfs()
        guard unsafe statvfs(path, &figures) == 0 else { return nil }
        return Int(figures.f_bavail) * Int(figures.f_frsize) / 1_048_576
    }
}
