import Foundation
import Glibc
package import MusterAPI

/// A new file for a secret, readable by its owner alone from the moment it exists.
package struct SecretFile {
    private let path: String
    private let handle: FileHandle

    /// Makes the file; one that is there already is left alone.
    package init(making path: String) throws(Failure) {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { throw Failure("fileThere", status: .conflict, ["path": path]) }
            throw Failure("fileUnwritable", ["path": path, "detail": WholeFile.Fault(path).detail])
        }
        self.path = path
        handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    }

    /// Writes the secret, which is not lost any more when this returns. A file that has only part of it is taken away.
    package func write(_ text: String) throws(Failure) {
        do {
            try handle.write(contentsOf: Data((text + "\n").utf8))
            try handle.synchronize()
            try handle.close()
        } catch {
            remove()
            throw Failure("fileUnwritable", ["path": path, "detail": error.fileReason])
        }
    }

    /// Takes the file away again: there is nothing to keep in it.
    package func remove() { _ = unsafe unlink(path) }
}
