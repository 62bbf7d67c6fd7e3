import MusterText

/// The page on which one signs in with a token.
struct SignInPage {
    /// Where to go afterwards, an address here; nil for the list.
    var next: String?
    /// Why the reader is here again: a key of a sentence.
    var notice: String?
    /// What is wrong with what was typed.
    var problem: String?
    /// A form that was sent when nobody was signed in any more; it is shown again afterwards.
    var kept: FormFields?

    /// The names of the fields that carry a kept form begin so.
    static let keptPrefix = "kept."

    func html(_ frame: Frame) -> String {
        let wording = frame.wording
        let problems: [Slots] = problem.map { [["address": "#f-token", "text": $0]] } ?? []
        let kept: [Slots] = (kept?.values ?? [:]).sorted { $0.key < $1.key }.map {
            ["name": Self.keptPrefix + $0.key, "value": $0.value]
        }
        return frame.page(
            "signIn", title: wording.say("web.signIn"), isFaulty: problem != nil,
            [
                "action": Address.signIn, "next": next, "notice": notice.map { wording.say($0) },
                "hasProblems": problem != nil, "problems": problems, "problem": problem, "kept": kept,
                "describedBy": problem == nil ? "f-token-hint" : "f-token-hint f-token-fault",
            ])
    }
}
