@testable import MusterDomain

/// What is answered to whom, written down command by command; the rules are asked and have to agree.
///
/// `✓` accepted; `✗` the role has no right to it; `–` the matter is not the unit's; another letter names the rule that
/// stands behind both. Own is a unit that takes part in the matter, other one of the same kind that does not. The five
/// roles of the right-hand side answer the same at whatever unit they sit.
enum RoleMatrix {
    /// The letters and the rules that they stand for.
    static let letters: [String: RefusalCode] = [
        "✗": .roleMayNot, "–": .notYours, "R": .mayNotRaise, "C": .wrongCallState, "T": .notTaskOwner,
        "E": .ownEntry, "F": .alreadyEstablished, "D": .deadlineNotPassed,
    ]

    private static let table = """
                            street    community  department                centre leader auditor system security audit
                            own other own  other lead arrived called other
        establish           ✗   ✗     ✗    ✗     ✗    ✗       ✗      ✗     F      ✗      ✗       F      ✗        ✗
        registerUnit        ✗   ✗     ✗    ✗     ✗    ✗       ✗      ✗     ✓      ✗      ✗       ✓      ✗        ✗
        renameUnit          ✗   ✗     ✗    ✗     ✗    ✗       ✗      ✗     ✓      ✗      ✗       ✓      ✗        ✗
        retireUnit          ✗   ✗     ✗    ✗     ✗    ✗       ✗      ✗     ✓      ✗      ✗       ✓      ✗        ✗
        assignPost          ✗   ✗     ✗    ✗     ✗    ✗       ✗      ✗     ✓      ✗      ✗       ✓      ✗        ✗
        endPost             ✗   ✗     ✗    ✗     ✗    ✗       ✗      ✗     ✓      ✗      ✗       ✓      ✗        ✗
        issueToken          ✗   ✗     ✗    ✗     ✗    ✗       ✗      ✗     ✓      ✗      ✗       ✗      ✓        ✗
        revokeToken         ✗   ✗     ✗    ✗     ✗    ✗       ✗      ✗     ✓      ✗      ✗       ✗      ✓        ✗
        raise               ✓   ✓     R    R     R    R       R      R     ✓      ✗      ✗       ✗      ✗        ✗
        approve             ✓   –     –    –     –    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        linkDemand          ✓   –     –    –     –    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        withdraw            ✓   –     –    –     –    –       –      –     –      ✗      ✗       ✗      ✗        ✗
        dispatch            ✓   –     –    –     ✓    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        recall              ✓   –     –    –     –    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        cancelCall          ✓   –     –    –     –    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        deliver             –   –     –    –     ✓    ✓       ✓      –     –      ✗      ✗       ✗      ✗        ✗
        acknowledge         –   –     –    –     ✓    ✓       ✓      –     –      ✗      ✗       ✗      ✗        ✗
        reportIn            –   –     –    –     C    C       ✓      –     –      ✗      ✗       ✗      ✗        ✗
        object              –   –     –    –     C    C       ✓      –     –      ✗      ✗       ✗      ✗        ✗
        arbitrate           –   –     –    –     –    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        transferLead        ✓   –     –    –     –    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        formGroup           ✓   –     –    –     ✓    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        designateLead       ✓   –     –    –     –    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        handOverLead        –   –     –    –     ✓    –       –      –     –      ✗      ✗       ✗      ✗        ✗
        addMember           ✓   –     –    –     ✓    –       –      –     –      ✗      ✗       ✗      ✗        ✗
        removeMember        ✓   –     –    –     ✓    ✓       –      –     –      ✗      ✗       ✗      ✗        ✗
        convene             ✓   –     –    –     ✓    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        hold                ✓   –     –    –     ✓    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        recordMinutes       ✓   –     –    –     ✓    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        amendMinutes        ✓   –     –    –     ✓    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        cancelMeeting       ✓   –     –    –     ✓    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        assignTask          ✓   –     –    –     ✓    –       –      –     –      ✗      ✗       ✗      ✗        ✗
        acceptTask          T   –     T    –     ✓    T       –      –     –      ✗      ✗       ✗      ✗        ✗
        reportProgress      T   –     T    –     ✓    T       –      –     –      ✗      ✗       ✗      ✗        ✗
        completeTask        T   –     T    –     ✓    T       –      –     –      ✗      ✗       ✗      ✗        ✗
        reassignTask        ✓   –     –    –     ✓    –       –      –     –      ✗      ✗       ✗      ✗        ✗
        attach              ✓   –     ✓    –     ✓    ✓       ✓      –     ✓      ✗      ✗       ✗      ✗        ✗
        correct             ✓   –     –    –     –    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        confirmEntry        E   –     –    –     ✓    ✓       ✓      –     ✓      ✗      ✗       ✗      ✗        ✗
        disputeEntry        E   –     –    –     ✓    ✓       ✓      –     ✓      ✗      ✗       ✗      ✗        ✗
        eraseText           ✗   ✗     ✗    ✗     ✗    ✗       ✗      ✗     ✓      ✗      ✗       ✗      ✓        ✗
        eraseTexts          ✗   ✗     ✗    ✗     ✗    ✗       ✗      ✗     ✓      ✗      ✗       ✗      ✓        ✗
        completeErasure     ✗   ✗     ✗    ✗     ✗    ✗       ✗      ✗     ✗      ✗      ✗       ✗      ✗        ✗
        changeKey           ✗   ✗     ✗    ✗     ✗    ✗       ✗      ✗     ✗      ✗      ✗       ✗      ✗        ✗
        beginEpoch          ✗   ✗     ✗    ✗     ✗    ✗       ✗      ✗     ✗      ✗      ✗       ✗      ✗        ✗
        claimDone           –   –     –    –     ✓    –       –      –     –      ✗      ✗       ✗      ✗        ✗
        inspect             ✓   –     –    –     –    –       –      –     –      ✗      ✗       ✗      ✗        ✗
        followUp            –   –     –    –     –    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        close               –   –     –    –     –    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        reopen              ✓   –     –    –     –    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        evaluateDepartment  ✓   –     –    –     –    –       –      –     –      ✗      ✗       ✗      ✗        ✗
        evaluateStreet      –   –     –    –     ✓    ✓       –      –     –      ✗      ✗       ✗      ✗        ✗
        passDeadline        D   D     D    D     D    D       D      D     D      ✗      ✗       ✗      ✗        ✗
        importWhistle       –   –     –    –     –    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        closeImported       –   –     –    –     –    –       –      –     ✓      ✗      ✗       ✗      ✗        ✗
        """

    /// The cells of each command, in the order of the columns.
    static let rows: [(command: String, cells: [String])] = table.split(separator: "\n").dropFirst(2).map { line in
        let words = line.split(separator: " ").map(String.init)
        return (words[0], Array(words.dropFirst()))
    }
}
