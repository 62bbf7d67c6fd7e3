extension Decider {
    func whistle(_ command: Command) throws(Refusal) -> [Event] {
        switch command {
        case .approve(let id, let post, let slip):
            let row = try whistle(id, for: .approve)
            guard row.approveBy != nil else { throw Refusal(.alreadyApproved, ["whistle": .whistle(id)]) }
            try checkApproval(by: post, of: row.raiser, drafter: row.drafter, slip: slip)
            return [Event(.whistleApproved, in: id, [.post: .id(post), .slip: .text(slip)])]
        case .linkDemand(let id, let reference):
            let row = try whistle(id, for: .linkDemand)
            guard isReference(reference) else { throw Refusal(.badReference, ["text": .text(reference)]) }
            if let number = names.number(of: reference, as: .reference),
                row.reference == number || board.demands(of: id).contains(where: { $0.reference == number })
            {
                throw Refusal(.demandLinkedTwice, ["text": .text(reference), "whistle": .whistle(id)])
            }
            return [
                Event(
                    .demandLinked, in: id,
                    [.demand: .number(row.counts.demands + 1), .reference: .text(reference)])
            ]
        case .withdraw(let id, let reason):
            try whistle(id, for: .withdraw)
            return [Event(.whistleWithdrawn, in: id, [.reason: .words(reason)])]
        default: return []
        }
    }
}
