/// One cell of a lifecycle table: what an act does in a state.
public enum Transition<State: Code>: Equatable, Sendable {
    /// The act is accepted and leads to that state.
    case to(State)
    /// The act is accepted and the state stays.
    case stays
    /// The act succeeds and leaves no event: what it asks for is so already.
    case silent
    /// The act is refused.
    case refused
}
