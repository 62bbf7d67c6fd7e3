/// The sentences by what they speak of: one file for each, as `static let name: [Sentence]` in an extension.
///
/// The types are written out on purpose: without them a literal of some hundred sentences takes long to check.
/// What follows the first point of a key is spelt as the code spells it: `WhistleState.raised`,
/// `refusal.noSuchUnit`, `event.call.issued`.
enum Sentences {
    /// All of them.
    static let all: [[Sentence]] = [
        states, acts, codes, standings, roles, fields, tokens, erasure,
        refusals, refusalsOfCalls, refusalsOfWork, refusalsOfTheEnd, refusalsOfInput,
        ledgerErrors, inputErrors, api, reading, requestErrors, requestForms, clientErrors, watching, pins,
        transparency, auditing,
        eventsOfCalls, eventsOfWork, eventsOfTheEnd, eventExtras,
        done, next, screens, views, show, past, diff, marksOfDiff, countersOfDiff, helpOfPast, imports, generating,
        demo,
        webFrame, webErrors, webInbox, webWhistle, webActs, webFields, webFiles, webRefusals,
        program, help, viewHelp, examples, helpOfCommonOptions, helpOfCallOptions, helpOfWorkOptions,
        audit, auditFindings, package, packageSheet, packageColumns, packageTerms, packageReadme, keeping,
        serverProblems, readiness, serverErrors, helpOfServe,
    ]
}
