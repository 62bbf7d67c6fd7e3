import MusterAPI

/// A page that says why there is nothing else to show.
struct MessagePage {
    /// The status of HTTP.
    var status: Int
    /// More than the status says, already in the reader's language.
    var detail: String?
    /// Seconds to wait.
    var retryAfter: Int?

    /// The statuses that have sentences of their own; others share the nearest.
    private static let known = [400, 403, 404, 405, 413, 429, 500, 503]

    func html(_ frame: Frame) -> String {
        let wording = frame.wording
        let number = Self.known.contains(status) ? status : status < 500 ? 400 : 500
        let title = wording.say("web.error.\(number)")
        return frame.page(
            "message", title: title, isFaulty: true,
            [
                "heading": title, "text": detail ?? wording.say("web.error.\(number).text"),
                "wait": retryAfter.map { wording.say("web.error.429.seconds", ["seconds": "\($0)"]) },
                "address": frame.inboxAddress,
            ])
    }
}
