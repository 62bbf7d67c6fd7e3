extension WhistleChange {
    /// One kind of thing that happened, as the rows of two boards show it.
    ///
    /// No row shows a corrected text, amended minutes, or a report of progress that goes no further. Invitations,
    /// attendance and decisions belong to the meeting that was convened, held and minuted. A deadline that passes shows
    /// as lateness, at the moment at which it passed.
    public enum Mark: String, CaseIterable, Sendable {
        // The whistle's beginning
        /// 外部案件.
        case imported
        /// 吹哨.
        case raised
        /// 补批: an emergency was approved afterwards.
        case approved
        /// 补批超时: the approval did not come in time.
        case approvalLate
        /// 关联诉求.
        case demandLinked

        // Calls
        /// 派单: a call was issued.
        case called
        /// 送达.
        case delivered
        /// 签收.
        case acknowledged
        /// 签收超时: the unit signed late, or has not signed and its time has passed.
        case acknowledgeLate
        /// 派单异议.
        case objected
        /// 维持派单.
        case kept
        /// 同意退单.
        case released
        /// 撤回.
        case recalled
        /// 取消派单.
        case cancelled
        /// 报到.
        case reportedIn
        /// 报到超时: the unit came late, or has not come and its time has passed.
        case reportInLate
        /// 主办变更: another call is the lead.
        case leadChanged

        // The working group
        /// 组建专项工作组.
        case groupFormed
        /// 牵头变更: another unit was designated, or the lead was handed over to it.
        case groupLeadChanged
        /// 进组.
        case memberJoined
        /// 退组.
        case memberLeft

        // Meetings
        /// 召集会议.
        case meetingConvened
        /// 召开会议.
        case meetingHeld
        /// 会议纪要.
        case minutesRecorded
        /// 取消会议.
        case meetingCancelled

        // Tasks and files
        /// 交办任务.
        case taskAssigned
        /// 任务改派.
        case taskReassigned
        /// 接单.
        case taskAccepted
        /// 任务进度: the task is further than it was, and not completed.
        case taskProgressed
        /// 任务完成.
        case taskCompleted
        /// 任务超时.
        case taskLate
        /// 附材料.
        case fileAttached

        // The end
        /// 申请办结: the claim waits for the inspection.
        case claimed
        /// 核查通过: inspected and accepted, and not closed yet.
        case verified
        /// 返工.
        case sentBack
        /// 回访.
        case followedUp
        /// 超期: the handling became late.
        case late
        /// 重办.
        case reopened
        /// 办结.
        case closed
        /// 撤哨.
        case withdrawn

        // Afterwards
        /// 评价: the street has evaluated the department.
        case departmentEvaluated
        /// 评哨: the department has evaluated the street.
        case streetEvaluated
        /// 补录属实: an act that was entered afterwards was confirmed.
        case entryConfirmed
        /// 补录有异议: such an act was disputed.
        case entryDisputed
    }
}
