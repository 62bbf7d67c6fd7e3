extension Decider {
    /// What the log says of itself: no rule of the field is in it, and nobody but the engine gives such a command.
    func log(_ command: Command) -> [Event] {
        switch command {
        case .changeKey(let identity, let former):
            [
                Event(
                    .keyChanged,
                    [
                        .origin: .text(identity.origin), .verifierKey: .text(identity.verifierKey),
                        .clockKey: .text(identity.clockKey), .formerKey: .text(former),
                    ])
            ]
        case .beginEpoch(let identity, let former):
            [
                Event(
                    .epochBegan,
                    [
                        .origin: .text(identity.origin), .verifierKey: .text(identity.verifierKey),
                        .clockKey: .text(identity.clockKey), .formerOrigin: .text(former.origin),
                        .formerSize: .number(former.size), .formerRoot: .text(former.root),
                        // What was signed and is in no copy any more.
                        .firstLost: former.size > former.left ? .number(former.left) : nil,
                        .lastLost: former.size > former.left ? .number(former.size - 1) : nil,
                    ])
            ]
        default: []
        }
    }
}
