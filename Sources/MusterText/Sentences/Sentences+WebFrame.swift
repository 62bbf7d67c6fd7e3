extension Sentences {
    /// What every web page says around its matter, and the page on which one signs in.
    static let webFrame: [Sentence] = [
        Sentence("web.service", zh: "吹哨报到", en: "Muster"),
        Sentence("web.titleOf", zh: "{page} · {service}", en: "{page} · {service}"),
        Sentence("web.errorTitle", zh: "错误：{title}", en: "Error: {title}"),
        Sentence("web.skip", zh: "跳到主要内容", en: "Skip to main content"),
        Sentence("web.account", zh: "当前身份", en: "Signed in as"),
        Sentence("web.signOut", zh: "退出登录", en: "Sign out"),
        Sentence("web.language", zh: "语言", en: "Language"),
        Sentence("web.languageName", zh: "简体中文", en: "English"),
        Sentence(
            "web.clock",
            zh: "页面时间均为北京时间，截至 {time}。",
            en: "All times are Beijing time (UTC+8), as of {time}."
        ),
        Sentence("web.signedInUntil", zh: "本次登录到 {time} 为止。", en: "You are signed in until {time}."),
        Sentence("web.requestID", zh: "请求编号 {id}", en: "Request {id}"),
        Sentence("web.readOnly", zh: "只读", en: "read only"),

        Sentence("web.signIn", zh: "登录", en: "Sign in"),
        Sentence(
            "web.signInLead",
            zh: "请用签发给您岗位的令牌登录。登录后可查看待办、签收、报到和办理。",
            en: "Sign in with the token that was issued to your post. You can then see what there is to do, and do it."
        ),
        Sentence("web.token", zh: "令牌", en: "Token"),
        Sentence(
            "web.tokenHint",
            zh: "以 mst_ 开头的一整行。从令牌文件里复制，粘贴到这里。",
            en: "The whole line that begins with mst_. Copy it from your token file and paste it here."
        ),
        Sentence(
            "web.tokenLost",
            zh: "没有令牌，或令牌遗失：请联系本区安全管理员吊销旧令牌，重新签发。",
            en: "No token, or lost it? Ask the district's security administrator to revoke it and issue another."
        ),
        Sentence("web.tokenMissing", zh: "请粘贴令牌。", en: "Paste your token."),
        Sentence(
            "web.tokenWrong",
            zh: "令牌不对、已过期或已吊销。请核对是否复制完整；仍不能登录的，请联系本区安全管理员。",
            en:
                "The token is wrong, has expired or was revoked. Check that you copied all of it; if it still fails, ask the district's security administrator."
        ),
        Sentence(
            "web.sessionEnded",
            zh: "登录已失效：已满 12 小时，或令牌已吊销、过期。请重新登录。",
            en: "You are no longer signed in: 12 hours have passed, or the token has ended. Sign in again."
        ),
        Sentence(
            "web.sessionEndedTyped",
            zh: "登录已失效，刚才填写的内容没有提交，也没有丢失：重新登录后接着填写。",
            en: "You are no longer signed in. What you typed was not sent and is not lost: sign in and go on."
        ),
        Sentence("web.signedOut", zh: "已退出登录。", en: "You have signed out."),
    ]

    /// The pages that say why there is nothing else to show.
    static let webErrors: [Sentence] = [
        Sentence("web.error.400", zh: "地址有误", en: "This address is not right"),
        Sentence(
            "web.error.400.text",
            zh: "地址或表单里有本系统不认识的内容。请从待办重新进入。",
            en: "The address or the form holds something that is not understood. Start again from your list."
        ),
        Sentence("web.error.403", zh: "不能办理", en: "This is not allowed"),
        Sentence(
            "web.error.403.text",
            zh: "您的岗位无权查看或办理这一项。需要办理的，请联系有权的单位或区指挥中心。",
            en: "Your post may not see or do this. Ask the unit that may, or the command centre."
        ),
        Sentence(
            "web.error.403.origin",
            zh: "这次提交不是从本系统的页面发出的，没有办理。请打开待办，从页面上重新办理。",
            en: "This was not sent from a page of this service, so nothing was done. Open your list and do it there."
        ),
        Sentence("web.error.404", zh: "没有这个页面", en: "Page not found"),
        Sentence(
            "web.error.404.text",
            zh: "没有这个哨，或与您的单位无关。请核对哨号，或回到待办。",
            en: "There is no such whistle, or it does not concern your unit. Check its number, or go back to your list."
        ),
        Sentence("web.error.405", zh: "不能这样访问", en: "This page cannot be used that way"),
        Sentence(
            "web.error.405.text", zh: "请回到待办，从页面上的按钮办理。",
            en: "Go back to your list and use the buttons there."
        ),
        Sentence("web.error.413", zh: "内容太大", en: "That was too large"),
        Sentence(
            "web.error.413.text", zh: "提交的内容超过了限度，没有办理。请返回，精简文字或换用较小的文件后再提交。",
            en:
                "What was sent is too large, so nothing was done. Go back, shorten it or choose a smaller file, and send it again."
        ),
        Sentence("web.error.429", zh: "请稍候再试", en: "Too many attempts"),
        Sentence(
            "web.error.429.text",
            zh: "尝试次数太多，暂时不能登录。请过一会儿再试。",
            en: "There were too many attempts. Wait a while and try again."
        ),
        Sentence(
            "web.error.429.seconds", zh: "请在 {seconds} 秒后再试。", en: "Try again in {seconds} seconds."
        ),
        Sentence("web.error.500", zh: "系统出错", en: "Something went wrong"),
        Sentence(
            "web.error.500.text",
            zh: "这不是您的操作造成的。请稍后再试；仍然出错的，请把请求编号告诉系统管理员。",
            en: "This is not your doing. Try again later; if it persists, tell the administrator the request number."
        ),
        Sentence("web.error.503", zh: "暂时不能办理", en: "Not available now"),
        Sentence(
            "web.error.503.text",
            zh: "台账暂时不能读写。请稍后再试；仍不能用的，请把请求编号告诉系统管理员。",
            en:
                "The ledger cannot be used right now. Try again later; if it persists, tell the administrator the request number."
        ),
        Sentence("web.toInbox", zh: "回到待办", en: "Back to your list"),
    ]
}
