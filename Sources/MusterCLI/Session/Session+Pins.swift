import Foundation
import MusterAPI
import MusterAudit
import TransparencyLog

extension Session {
    /// Looks at the server's head again, where there is a server.
    func recheckPin() async throws(Failure) {
        guard let connection else { return }
        isPinChecked = false
        try await checkPin(of: RemoteDistrict(connection, language: console.language), connection)
    }

    /// Holds the head of a server's log against what this machine has seen of it, once a run and before anything is
    /// asked of it.
    func checkPin(of district: RemoteDistrict, _ connection: ServerConnection) async throws(Failure) {
        guard !isPinChecked else { return }
        guard let pins = PinStore(environment: ProcessInfo.processInfo.environment) else {
            throw Failure("noPinFolder", status: .usage)
        }
        let code = try await district.code()
        let check = PinCheck(
            of: ServedLog(connection, district: code), servedBy: connection.address.description, district: code,
            pins: pins)
        let outcome = try await check.run()
        isPinChecked = true
        // A program reads none of this; whoever reads first is told.
        guard !console.isJSON else { return }
        switch outcome {
        case .noLog: return
        case .first(let pin), .known(let pin):
            guard try pins.isFirstTelling(of: pin.origin) else { return }
            console.note(
                console.say(
                    "pin.first",
                    [
                        "origin": pin.origin, "size": "\(pin.checkpoint.checkpoint.size)",
                        "key": pin.policy.logKeys.map(\.text).joined(separator: "\n"),
                    ]))
        }
    }
}
