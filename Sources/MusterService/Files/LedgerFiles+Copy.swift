import Foundation
package import MusterAPI

extension LedgerFiles {
    /// How large the log is, its write-ahead log not counted; 0 if there is none.
    package var bytes: Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.size] as? Int ?? 0
    }

    /// Copies the attached files that are not there yet to beside another ledger; each appears whole.
    /// - Returns: How many there are.
    package func copyAttachments(to other: LedgerFiles) throws(Failure) -> Int {
        let manager = FileManager.default
        guard manager.fileExists(atPath: attachments) else { return 0 }
        do {
            try manager.createDirectory(atPath: other.attachments, withIntermediateDirectories: true)
            // What is still being written has a longer name.
            let names = try manager.contentsOfDirectory(atPath: attachments).filter { $0.utf8.count == 64 }
            for name in names {
                let target = URL(fileURLWithPath: other.attachments).appendingPathComponent(name)
                guard !manager.fileExists(atPath: target.path) else { continue }
                let content = try Data(contentsOf: URL(fileURLWithPath: attachments).appendingPathComponent(name))
                try WholeFile.write(
                    Array(content), to: target.path, draft: target.appendingPathExtension("copy").path)
            }
            return names.count
        } catch let fault as WholeFile.Fault {
            throw Failure("fileUnwritable", ["path": fault.path, "detail": fault.detail])
        } catch { throw Failure("fileUnwritable", ["path": other.attachments, "detail": error.fileReason]) }
    }
}
