extension Sentences {
    /// Examples at the foot of a verb's help.
    ///
    /// Commands are the same in both languages; only names differ.
    static let examples: [Sentence] = [
        example(
            "muster",
            zh: """
                muster demo                    看一件事从吹哨到办结
                muster init --ledger yanta.muster --district 610113 --name 雁塔区
                export MUSTER_LEDGER=yanta.muster MUSTER_AS=区指挥中心/值班长
                动词也可写中文：muster 吹哨、muster 签收、muster 报到
                """,
            en: """
                muster demo                    watch one matter from whistle to close
                muster init --ledger yanta.muster --district 610113 --name Yanta
                export MUSTER_LEDGER=yanta.muster MUSTER_AS='centre/duty officer'
                """
        ),
        example("init", zh: "muster init --ledger yanta.muster --district 610113 --name 雁塔区"),
        example(
            "raise",
            zh: """
                muster raise --title '房屋产证办不下来' --category 不动产权证 --place 金裕云顶小区 \\
                  --why-not-alone '涉及历史遗留手续' --lead 区处遗办 --support 市资规局雁塔分局 \\
                  --approved-by 大雁塔街道/主任 --slip 批示.pdf --due +7d
                应急哨可先吹后批：--kind emergency（24 小时内 muster approve）
                长文字可用 @文件 或 -（标准输入）
                """,
            en: """
                muster raise --title 'No title deeds' --category deeds --place 'Jinyu Yunding' \\
                  --why-not-alone 'papers missing since 2008' --lead Legacy --support Planning \\
                  --approved-by 'Dayanta/chief' --slip slip.pdf --due +7d
                An emergency may be approved within 24 h afterwards: --kind emergency
                Long texts may come from a file, @FILE, or from standard input, -
                """
        ),
        example("approve", zh: "muster approve W2026-000042 --by 大雁塔街道/主任 --slip 批示.pdf"),
        example("dispatch", zh: "muster dispatch W2026-000042 --support 区住建局 --report-in-by +24h"),
        example("link", zh: "muster link W2026-000042 --source 12345:20261121-0007"),
        example("recall", zh: "muster recall W2026-000042 区住建局 --reason 重复派单"),
        example("cancelCall", zh: "muster cancel-call W2026-000042 区住建局 --cause 错派 --reason 不属其职责"),
        example("withdraw", zh: "muster withdraw W2026-000042 --reason 居民已自行解决"),
        example("acknowledge", zh: "muster ack W2026-000042 --as 区处遗办/经办"),
        example(
            "reportIn",
            zh: """
                muster report-in W2026-000042 --as 区处遗办/经办
                补录（街道代记）：muster report-in W2026-000042 --as 大雁塔街道/经办 \\
                  --on-behalf-of 区处遗办 --person d-01 --occurred-at '今天 09:30' --via phone
                """,
            en: """
                muster report-in W2026-000042 --as Legacy/clerk
                Entered afterwards by the street: muster report-in W2026-000042 --as Dayanta/clerk \\
                  --on-behalf-of Legacy --person d-01 --occurred-at '2026-11-21 09:30' --via phone
                """
        ),
        example("object", zh: "muster object W2026-000042 --basis '《…条例》第十二条' --reason 不属本单位职责 --proposed 区城管局"),
        example("arbitrate", zh: "muster arbitrate W2026-000042 区住建局 --release --reason 确非其职责"),
        example("groupForm", zh: "muster group form W2026-000042 --lead 区处遗办"),
        example("groupLead", zh: "muster group lead W2026-000042 大雁塔街道"),
        example("groupHandOver", zh: "muster group hand-over W2026-000042 市资规局雁塔分局 --reason 转入登记阶段"),
        example("groupTransfer", zh: "muster group transfer W2026-000042 市资规局雁塔分局 --reason 主办单位变更"),
        example("groupAdd", zh: "muster group add W2026-000042 区处遗办 d-02"),
        example("groupRemove", zh: "muster group remove W2026-000042 区处遗办 d-01 --substitute d-02 --reason 轮岗"),
        example(
            "meetingConvene",
            zh: "muster meeting convene W2026-000042 --at '明天 10:00' --invite 区处遗办 --agenda 梳理手续 --venue 街道二楼"
        ),
        example("meetingHold", zh: "muster meeting hold W2026-000042 1 --attended 区处遗办/d-01 --attended 大雁塔街道"),
        example(
            "meetingMinutes",
            zh: """
                muster meeting minutes W2026-000042 1 --text @纪要.txt \\
                  --decision '区处遗办|+3d|补齐竣工资料' --decision '!市资规局雁塔分局|+5d|办理首次登记'
                决定写成 单位|时限|内容，每条成为一个任务；单位前加 ! 表示完成时要有证明文件
                """,
            en: """
                muster meeting minutes W2026-000042 1 --text @minutes.txt \\
                  --decision 'Legacy|+3d|complete the papers' --decision '!Planning|+5d|first registration'
                A decision is UNIT|DUE|WHAT and becomes a task; ! before the unit asks for a file as proof
                """
        ),
        example("meetingAmend", zh: "muster meeting amend W2026-000042 1 --text @纪要.txt --reason 补记一条"),
        example("meetingCancel", zh: "muster meeting cancel W2026-000042 1 --reason 改期"),
        example("taskAssign", zh: "muster task assign W2026-000042 区处遗办 --due +3d --text 补齐竣工资料 --proof"),
        example("taskAccept", zh: "muster task accept W2026-000042 1"),
        example("taskProgress", zh: "muster task progress W2026-000042 1 --percent 60 --note 资料已报审"),
        example("taskComplete", zh: "muster task complete W2026-000042 1 --note 已办妥"),
        example("taskReassign", zh: "muster task reassign W2026-000042 1 市资规局雁塔分局 --reason 职责调整"),
        example("attach", zh: "muster attach W2026-000042 照片.jpg --task 1 --caption 整改后"),
        example("correct", zh: "muster correct W2026-000042 1 --field place --text 金裕云顶小区二期 --reason 地点写错"),
        example("confirm", zh: "muster confirm W2026-000042 6"),
        example("dispute", zh: "muster dispute W2026-000042 6 --reason 当时无人到场"),
        example("claimDone", zh: "muster claim-done W2026-000042 --summary 首次登记已办结"),
        example("inspect", zh: "muster inspect W2026-000042 --rework --note 二期仍未受理"),
        example(
            "followUp",
            zh: "muster follow-up W2026-000042 --outcome reached --solved yes --satisfaction 5 --note 居民已领证"
        ),
        example("close", zh: "muster close W2026-000042 --class solved --reason 核查通过、回访满意"),
        example("reopen", zh: "muster reopen W2026-000042 --reason 问题反弹"),
        example("evaluateDepartment", zh: "muster evaluate department W2026-000042 区处遗办 --score 5 --comment 到位及时"),
        example("evaluateStreet", zh: "muster evaluate street W2026-000042 --score 4 --comment 情况清楚"),
        example("unitRegister", zh: "muster unit register 西安市雁塔区大雁塔街道办事处 --short 大雁塔街道 --kind street"),
        example("unitRename", zh: "muster unit rename 区住建局 --full 雁塔区住房和城乡建设局 --short 区住建局"),
        example("unitRetire", zh: "muster unit retire 区住建局 --reason 机构改革"),
        example("postAssign", zh: "muster post assign 大雁塔街道 主任 s-01 --chief"),
        example("postEnd", zh: "muster post end 大雁塔街道/主任"),
        example(
            "import311",
            zh: """
                muster import 311 cases.csv
                xz -dc boston311-2015.csv.xz | muster import 311 -
                """
        ),
        example("generate", zh: "muster generate --ledger trial.muster --events 1000000 --seed 1"),
    ]

    static func example(_ key: String, zh: String, en: String? = nil) -> Sentence {
        Sentence("help.example.\(key)", zh: zh, en: en ?? zh)
    }
}
