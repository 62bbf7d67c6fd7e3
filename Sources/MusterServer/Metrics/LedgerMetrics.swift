import EventLog
import MusterDomain
package import MusterEngine

/// What the ledgers make durable, counted and timed by district.
package final class LedgerMetrics: Sendable {
    private let acts = MetricFamily<NamedLabels, Counter> { Counter() }
    private let batches = MetricFamily<NamedLabels, Histogram> { Histogram(.pieces) }
    private let appends = MetricFamily<NamedLabels, Histogram> { Histogram(.latency) }
    private let syncs = MetricFamily<NamedLabels, Histogram> { Histogram(.latency) }
    private let failures = MetricFamily<NamedLabels, Counter> { Counter() }
    private let unsigned = MetricFamily<NamedLabels, Counter> { Counter() }
    private let clock: ServerClock

    /// Meters by a clock.
    package init(clock: ServerClock = .live) { self.clock = clock }

    /// The observer of one district's ledger.
    package func observer(of code: String) -> any LedgerObserver { DistrictMeter(metrics: self, code: code) }

    private struct DistrictMeter: LedgerObserver {
        let metrics: LedgerMetrics
        let code: String

        func reading() -> UInt64 { metrics.clock.nanoseconds() }

        func batchAppended(_ batch: AppendedBatch, since reading: UInt64) {
            let district = NamedLabels(["district": code])
            metrics.appends[district].observe(Int(metrics.clock.nanoseconds() - reading))
            metrics.batches[district].observe(batch.commands)
            for (kind, count) in batch.entries {
                metrics.acts[NamedLabels(["district": code, "kind": kind.schema.type])].add(count)
            }
        }

        func logSynchronised(nanoseconds: UInt64) {
            metrics.syncs[NamedLabels(["district": code])].observe(Int(nanoseconds))
        }

        func batchFailed(_ error: EventStoreError, since reading: UInt64) {
            metrics.failures[NamedLabels(["district": code, "reason": error.code])].add()
        }

        func signingFailed(_ error: LedgerError) {
            metrics.unsigned[NamedLabels(["district": code, "reason": error.code])].add()
        }
    }

    func write(to page: inout Exposition) {
        page.counters("muster_acts_total", help: "Entries that became durable, by kind of event.", acts)
        page.histograms("muster_batch_commands", help: "Commands that share one synchronised write.", batches)
        page.histograms(
            "muster_append_seconds", help: "From handing a batch to the store until it was durable.", appends)
        page.histograms(
            "muster_fsync_seconds",
            help: "Synchronisations of the write-ahead log with the disk: one within each append, and a second in an"
                + " append that begins the log anew after a checkpoint.",
            syncs)
        page.counters(
            "muster_append_failures_total", help: "Batches that the store refused or left in doubt, by reason.",
            failures)
        page.counters(
            "muster_signing_failures_total", help: "Heads of the log that were due and could not be signed, by reason.",
            unsigned)
    }
}
