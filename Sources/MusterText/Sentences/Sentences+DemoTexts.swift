extension Sentences {
    /// What the people of the demonstration write.
    ///
    /// All of it is invented but the subject and the place.
    static let demoTexts: [Sentence] = [
        Sentence("demo.text.category", zh: "不动产权证", en: "title deeds"),
        Sentence("demo.text.subject", zh: "金裕云顶小区居民办不了不动产权证", en: "Residents of Jinyu Yunding cannot get title deeds"),
        Sentence("demo.text.place", zh: "金裕云顶小区", en: "Jinyu Yunding compound"),
        Sentence(
            "demo.text.whyNotAlone",
            zh: "土地、规划、登记遗留问题分属多个部门。街道没有这些职权",
            en: "land, planning and registration belong to several departments; the street has none of these powers"
        ),
        Sentence("demo.text.slip", zh: "吹哨审批单（样例）：同意吹哨。", en: "Whistle slip (sample): approved."),
        Sentence(
            "demo.text.opinion",
            zh: "遗留问题核查意见（样例）：可以受理。",
            en: "Opinion on the legacy issues (sample): admissible."
        ),
        Sentence(
            "demo.text.objectionBasis",
            zh: "《不动产登记暂行条例》第六条、第七条",
            en: "Interim Regulation on Immovable Property Registration, articles 6 and 7"
        ),
        Sentence(
            "demo.text.objectionReason",
            zh: "登记由不动产登记机构办理",
            en: "registration is the registration authority's duty"
        ),
        Sentence(
            "demo.text.releaseReason",
            zh: "异议成立。资规分局已在本哨内",
            en: "well founded; the planning branch is called already"
        ),
        Sentence(
            "demo.text.agenda",
            zh: "逐项核清遗留问题、确定登记路径",
            en: "go through the legacy issues, settle the way to registration"
        ),
        Sentence("demo.text.venue", zh: "街道会议室", en: "the street's meeting room"),
        Sentence(
            "demo.text.minutes",
            zh: "先核清遗留问题、再分批登记、由社区通知到户",
            en: "clear the legacy issues first, then register in batches; the community tells every household"
        ),
        Sentence("demo.text.legacyDuty", zh: "核清遗留问题并出具书面意见", en: "clear the legacy issues and give a written opinion"),
        Sentence(
            "demo.text.planningDuty",
            zh: "开设专窗并完成首批登记",
            en: "open a special counter and register the first batch"
        ),
        Sentence("demo.text.proofCaption", zh: "遗留问题核查意见", en: "opinion on the legacy issues"),
        Sentence("demo.text.legacyDone", zh: "书面意见已送登记窗口", en: "the opinion is at the registration counter"),
        Sentence("demo.text.planningProgress", zh: "首批资料已受理", en: "the first batch's papers are in"),
        Sentence("demo.text.planningDone", zh: "首批登记完成", en: "the first batch is registered"),
        Sentence("demo.text.firstClaim", zh: "首批已登记、其余按批办理", en: "the first batch is registered, the others follow"),
        Sentence(
            "demo.text.reworkNote",
            zh: "抽查发现有住户没有收到领证通知",
            en: "some households were not told to collect their deeds"
        ),
        Sentence("demo.text.noticeDuty", zh: "逐户补发领证通知", en: "send the missing notices"),
        Sentence("demo.text.noticeDone", zh: "通知已补发、社区已张贴", en: "sent, and posted by the community"),
        Sentence("demo.text.secondClaim", zh: "登记路径已通、通知已到户", en: "registration works, and every household knows"),
        Sentence("demo.text.acceptNote", zh: "抽查住户均已收到通知", en: "every household that was asked has its notice"),
        Sentence("demo.text.noAnswer", zh: "次日再访", en: "to be tried again tomorrow"),
        Sentence("demo.text.reached", zh: "已领到不动产权证", en: "the deed is in hand"),
        Sentence(
            "demo.text.closeReason",
            zh: "核查通过、居民确认已解决",
            en: "accepted on site, and the resident says it is solved"
        ),
        Sentence("demo.text.onLegacy", zh: "牵头有力", en: "led well"),
        Sentence("demo.text.onPlanning", zh: "办理扎实、报到迟了", en: "solid work, but came late"),
        Sentence("demo.text.legacyOnStreet", zh: "情况清楚、协调及时", en: "clear account, quick to coordinate"),
        Sentence("demo.text.planningOnStreet", zh: "吹哨必要、材料齐全", en: "a needed whistle with full papers"),
    ]
}
