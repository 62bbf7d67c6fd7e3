extension Board {
    /// Whether a whistle concerns a unit by what the unit did or was asked to do: it raised it, has or had a call,
    /// leads the group, was invited to a meeting, has a task, or handles another system's case.
    ///
    /// Cost: O(calls, tasks and invitations of the whistle).
    public func isInvolved(_ unit: UnitID, in whistle: WhistleID) -> Bool {
        let row = whistles[whistle]
        if row.raiser == unit || row.department == unit || row.groupLead == unit { return true }
        return calls.lastIndex(in: row.calls) { $0.unit == unit } != nil
            || tasks.lastIndex(in: row.tasks) { $0.unit == unit } != nil
            || invitations.lastIndex(in: row.invitations) { $0.unit == unit } != nil
    }
}
