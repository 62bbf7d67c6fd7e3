import MusterAPI
import MusterService

/// What a form comes to: the act, and the file that comes with it.
struct ActPlan: Equatable {
    /// The file to keep before anything names it.
    var file: FileContent?
    /// How the file is attached, where that is not the act itself.
    var attachment: ActRequest?
    /// The act.
    var act: ActRequest

    /// The id under which the file is attached. It follows from the form's own id and from all that is attached, so the
    /// same form sent twice attaches it once, and another file with the same form is another attachment.
    static func attachmentID(_ command: String, _ attachment: ActRequest) -> String {
        let digest = LedgerFiles.content(Array(attachment.path.utf8) + attachment.body.bytes).sha256
        return "\(command)-\(digest.prefix(16))"
    }
}

/// An act with a file was refused.
struct PlanRefusal: Error {
    var failure: Failure
    /// Whether the file had been attached by then.
    var isAttached: Bool
}

extension ActPlan {
    /// Carries it out: the file is kept, attached, and the act recorded, each only if all of it can be.
    ///
    /// The log takes one act at a time, so both are tried first without leaving anything. Only what befalls the matter
    /// in the moment between can still refuse the act once the file is attached; a true entry then stays, and the
    /// refusal says so. What was recorded before under the form's id is answered as it was the first time.
    func carriedOut(
        as command: String, in district: any DistrictAPI
    ) async throws(PlanRefusal) -> ActReceipt {
        var isAttached = false
        do throws(Failure) {
            if let attachment, try await district.command(command) == nil {
                try await Self.tryOut(attachment, command, in: district)
                do throws(Failure) { try await Self.tryOut(act, command, in: district) } catch {
                    // The file that it lacks is the one that comes along.
                    guard error.code == "proofMissing" else { throw error }
                }
            }
            if let file { try await district.keep(file) }
            if let attachment {
                let id = Self.attachmentID(command, attachment)
                _ = try await district.submit(attachment, ActOptions(commandID: id))
                isAttached = true
            }
            return try await district.submit(act, ActOptions(commandID: command))
        } catch {
            throw PlanRefusal(failure: error, isAttached: isAttached)
        }
    }

    private static func tryOut(
        _ act: ActRequest, _ command: String, in district: any DistrictAPI
    ) async throws(Failure) {
        _ = try await district.submit(act, ActOptions(commandID: command, isDryRun: true))
    }
}
