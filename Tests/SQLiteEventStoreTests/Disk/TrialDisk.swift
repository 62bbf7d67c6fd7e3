import CTrialDisk

/// A folder whose database files fail when they are told to; see `CTrialDisk`.
final class TrialDisk: Sendable {
    enum Call: Int32, CaseIterable {
        case create, write, truncate, sync, delete, share, read

        /// The ways in which such a call can fail that a store could tell apart.
        var faults: [Fault] {
            switch self {
            case .write: [.full, .error, .short]
            case .create: [.full, .error]
            case .truncate, .sync, .delete, .share, .read: [.error]
            }
        }
    }

    enum Fault: UInt32 {
        case full, error, short
    }

    private let number: Int32

    init(_ folder: String) {
        number = unsafe trial_disk_add(folder)
        precondition(number >= 0, "too many trial disks")
    }

    deinit { trial_disk_remove(number) }

    /// Makes the call with this number fail, counted from 1, and all after it until the disk is mended if it stays broken.
    func breakDown(at call: UInt64, _ fault: Fault, staysBroken: Bool) {
        trial_disk_break(number, call, staysBroken ? .max : 1, trial_fault(rawValue: fault.rawValue))
    }

    func mend() { trial_disk_mend(number) }

    /// The calls so far that could have failed.
    var calls: [Call] {
        (0..<trial_disk_calls(number)).compactMap { Call(rawValue: trial_disk_call(number, $0 + 1)) }
    }

    var callCount: UInt64 { trial_disk_calls(number) }
    var failures: UInt64 { trial_disk_failures(number) }

    func trace() { trial_disk_trace(number) }
    func mark(_ value: Int64) { trial_disk_mark(number, value) }

    /// What was done to the disk since its trace began.
    var operations: [DiskOperation] {
        (0..<trial_disk_operations(number)).map { unsafe DiskOperation(trial_disk_operation(number, $0)) }
    }
}

/// One thing that was done to a disk.
enum DiskOperation {
    case create(String)
    case write(String, at: Int, [UInt8])
    case truncate(String, size: Int)
    case sync(String, settlesFolder: Bool, failed: Bool)
    case delete(String, settlesFolder: Bool)
    case mark(Int64)

    fileprivate init(_ operation: trial_operation) {
        let name = unsafe operation.name.map { unsafe String(cString: $0) } ?? ""
        let offset = unsafe Int(operation.offset)
        let settlesFolder = unsafe operation.settles_folder != 0
        switch unsafe operation.call {
        case TRIAL_CREATE: self = .create(name)
        case TRIAL_WRITE:
            let bytes = unsafe UnsafeBufferPointer(start: operation.bytes, count: Int(operation.count))
            self = unsafe .write(name, at: offset, Array(bytes))
        case TRIAL_TRUNCATE: self = .truncate(name, size: offset)
        case TRIAL_SYNC: self = unsafe .sync(name, settlesFolder: settlesFolder, failed: operation.failed != 0)
        case TRIAL_DELETE: self = .delete(name, settlesFolder: settlesFolder)
        default: self = .mark(Int64(offset))
        }
    }
}
