/// Where a task stands.
public enum TaskState: UInt8, Code {
    /// 待接单.
    case assigned
    /// 办理中.
    case accepted
    /// 已完成.
    case completed
}

/// What can be done to a task.
public enum TaskAct: UInt8, Code {
    case accept, progress, complete, reassign
}

extension TaskState {
    /// What an act does to a task in this state: the table of `docs/lifecycle.md`.
    public func transition(on act: TaskAct) -> Transition<TaskState> {
        switch (act, self) {
        case (.accept, .assigned): .to(.accepted)
        case (.accept, .accepted): .silent
        case (.progress, .accepted): .stays
        case (.complete, .accepted): .to(.completed)
        case (.reassign, .assigned), (.reassign, .accepted): .to(.assigned)
        default: .refused
        }
    }
}
