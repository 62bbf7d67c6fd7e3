import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    /// Records that the caller's unit now gets calls for the first time (送达), before they are shown to it.
    ///
    /// Only a post that does business by a token that may change something takes delivery; everybody else just reads.
    /// - Returns: Whether something was recorded, so that the state has to be read again.
    func deliver(_ whistles: some Sequence<WhistleID>, on board: Board) async throws(Failure) -> Bool {
        guard case .token(let token) = caller, !token.isReadOnly, board.may(.act, by: token.actor.post) else {
            return false
        }
        var orders: [Order] = []
        var seen: Set<WhistleID> = []
        for whistle in whistles where seen.insert(whistle).inserted {
            guard let call = board.call(of: token.actor.unit, in: whistle), call.state == .issued,
                call.deliveredAt == nil
            else { continue }
            orders.append(
                Order(
                    id: "delivery/\(environment.commandID())", command: .deliver(whistle), actor: token.actor,
                    authentication: .token(token.token)))
        }
        guard !orders.isEmpty else { return false }
        for result in await (try source.ledger()).submit(orders) {
            do { _ = try result.get() } catch {
                // Recalled or signed for in the meantime: there is nothing to deliver any more.
                if case .refused = error { continue }
                throw Failure(error, names: .empty)
            }
        }
        return true
    }
}
