internal import Dispatch

/// Runs an actor on a queue of its own.
///
/// SQLite blocks on the disk; on the shared pool, which has about one thread per core, a few busy ledgers would
/// stop every other task of the process.
final class BlockingExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "muster.sqlite-event-store")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async {
            unsafe job.runSynchronously(on: self.asUnownedSerialExecutor())
        }
    }
}
