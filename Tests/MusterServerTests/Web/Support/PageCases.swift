import Foundation
import MusterAPI
import MusterText

/// Three matters of a made-up district, as the API says them, with the clock at 10:00 on 21 November 2026 in Shanghai.
enum PageCases {
    static let now = Moment(rfc3339: "2026-11-21T02:00:00Z") ?? Moment(milliseconds: 0)

    /// All of them, by number.
    static func all(_ language: Language) -> [WhistleDetail] {
        [emergency, deeds, market].map { text in
            do {
                var whistle = try JSONDecoder().decode(WhistleDetail.self, from: Data(text.utf8))
                whistle.events = whistle.events.map { event in
                    var event = event
                    let parts = event.sentence.split(separator: "|").map(String.init)
                    event.sentence = parts[language == .zh ? 0 : parts.count - 1]
                    return event
                }
                return whistle
            } catch {
                preconditionFailure("a case cannot be read: \(error)")
            }
        }
    }

    /// An emergency that has just come in, to be signed for.
    private static let emergency = """
        {"whistle": "W2026-000042", "state": "raised", "kind": "emergency", "category": "市政设施", "street": "610113003",
         "lead": "D03", "raisedAt": "2026-11-21T01:48:00.000Z", "due": "2026-11-24T01:48:00.000Z", "late": false,
         "demands": [], "title": "朱雀大街南段路面塌陷，塌坑约两米，已拉警戒线", "streetName": "小寨路街道",
         "leadName": "城管局", "revision": 2, "reopened": 0, "sentBack": 0, "files": 1,
         "place": "朱雀大街南段 178 号门前，非机动车道", "approveBy": "2026-11-22T01:48:00.000Z",
         "whyNotAlone": "塌坑下方有供水和燃气管线，街道没有开挖、抢修的权限和设备，须城管、住建和管线单位到场处置。",
         "raisedBy": "小寨路街道 值班室", "groupLed": false,
         "calls": [
          {"call": 1, "unit": "D03", "role": "lead", "state": "issued", "onSite": true,
           "issuedAt": "2026-11-21T01:48:00.000Z", "acknowledgeBy": "2026-11-21T02:03:00.000Z",
           "acknowledgedLate": false, "reportInBy": "2026-11-21T02:18:00.000Z", "reportedInLate": false,
           "unitName": "城管局", "live": true, "deliveredAt": "2026-11-21T01:52:00.000Z"},
          {"call": 2, "unit": "D07", "role": "support", "state": "issued", "onSite": true,
           "issuedAt": "2026-11-21T01:48:00.000Z", "acknowledgeBy": "2026-11-21T02:03:00.000Z",
           "acknowledgedLate": false, "reportInBy": "2026-11-21T02:18:00.000Z", "reportedInLate": false,
           "unitName": "住建局", "live": true}],
         "meetings": [], "tasks": [], "followUps": [], "backEntries": [],
         "events": [
          {"id": "W2026-000042/1", "type": "muster.whistle.raised.v1", "time": "2026-11-21T01:48:00.000Z",
           "recordedTime": "2026-11-21T01:48:00.000Z", "actor": "610113003/P1/p-07", "data": {}, "words": {},
           "erased": [], "revision": 1, "position": 101, "actorName": "小寨路街道 值班室", "remarks": [],
           "sentence": "小寨路街道吹哨（应急哨）：朱雀大街南段路面塌陷，塌坑约两米，已拉警戒线|raised a whistle for 小寨路街道 (emergency whistle): 朱雀大街南段路面塌陷，塌坑约两米，已拉警戒线"},
          {"id": "W2026-000042/2", "type": "muster.call.issued.v1", "time": "2026-11-21T01:48:00.000Z",
           "recordedTime": "2026-11-21T01:48:00.000Z", "actor": "610113003/P1/p-07", "data": {}, "words": {},
           "erased": [], "revision": 2, "position": 102, "actorName": "小寨路街道 值班室", "remarks": [],
           "sentence": "派单给城管局（主办）：10:03 前签收，10:18 前报到，须到场：是|called 城管局 (lead): to sign for it by 10:03 and to report in by 10:18, on site: yes"}],
         "next": []}
        """

    /// A historic problem in which the unit supports and should have reported in.
    private static let deeds = """
        {"whistle": "W2026-000038", "state": "handling", "kind": "tough", "category": "不动产登记",
         "street": "610113005", "lead": "D01", "raisedAt": "2026-11-19T01:00:00.000Z",
         "due": "2026-12-03T01:00:00.000Z", "late": false, "demands": ["12345:XA-2026-118203", "12345:XA-2026-120077"],
         "title": "金裕云顶小区 312 户不动产权证多年办不下来", "streetName": "大雁塔街道", "leadName": "资规局",
         "revision": 6, "reopened": 0, "sentBack": 0, "files": 0, "place": "雁塔南路金裕云顶小区",
         "whyNotAlone": "规划核实、消防验收和税费都有遗留问题，街道没有审批权。", "raisedBy": "大雁塔街道 党政办",
         "groupLed": false,
         "calls": [
          {"call": 1, "unit": "D01", "role": "lead", "state": "arrived", "onSite": false,
           "issuedAt": "2026-11-19T01:00:00.000Z", "acknowledgeBy": "2026-11-19T03:00:00.000Z",
           "acknowledgedAt": "2026-11-19T01:40:00.000Z", "acknowledgedLate": false,
           "reportInBy": "2026-11-20T01:00:00.000Z", "reportedInAt": "2026-11-20T03:30:00.000Z",
           "reportedInLate": true, "person": "p-21", "unitName": "资规局", "live": true,
           "deliveredAt": "2026-11-19T01:20:00.000Z"},
          {"call": 2, "unit": "D03", "role": "support", "state": "acknowledged", "onSite": false,
           "issuedAt": "2026-11-19T01:00:00.000Z", "acknowledgeBy": "2026-11-19T03:00:00.000Z",
           "acknowledgedAt": "2026-11-19T02:10:00.000Z", "acknowledgedLate": false,
           "reportInBy": "2026-11-20T01:00:00.000Z", "reportedInLate": true, "unitName": "城管局", "live": true,
           "deliveredAt": "2026-11-19T02:00:00.000Z"},
          {"call": 3, "unit": "D09", "role": "support", "state": "released", "onSite": false,
           "issuedAt": "2026-11-19T01:00:00.000Z", "acknowledgeBy": "2026-11-19T03:00:00.000Z",
           "acknowledgedLate": true, "reportInBy": "2026-11-20T01:00:00.000Z", "reportedInLate": false,
           "unitName": "文旅局", "live": false}],
         "meetings": [], "tasks": [],
         "followUps": [{"demand": 1, "reference": "12345:XA-2026-118203", "attempts": 2, "outcome": "reached",
           "solved": "partly", "satisfaction": 3}],
         "backEntries": [{"entry": 2, "enteredBy": "610113005", "unit": "D01",
           "claimedAt": "2026-11-19T01:40:00.000Z", "state": "disputed"}],
         "events": [
          {"id": "W2026-000038/1", "type": "muster.whistle.raised.v1", "time": "2026-11-19T01:00:00.000Z",
           "recordedTime": "2026-11-19T01:00:00.000Z", "actor": "610113005/P1/p-11", "data": {}, "words": {},
           "erased": [], "revision": 1, "position": 101, "actorName": "大雁塔街道 党政办", "remarks": [],
           "sentence": "大雁塔街道吹哨（攻坚哨）：金裕云顶小区 312 户不动产权证多年办不下来；地点：雁塔南路金裕云顶小区|raised a whistle for 大雁塔街道 (tough-problem whistle): 金裕云顶小区 312 户不动产权证多年办不下来"},
          {"id": "W2026-000038/2", "type": "muster.call.acknowledged.v1", "time": "2026-11-19T01:40:00.000Z",
           "recordedTime": "2026-11-19T05:00:00.000Z", "actor": "610113005/P1/p-11", "data": {}, "words": {},
           "erased": [], "revision": 2, "position": 102, "actorName": "大雁塔街道 党政办",
           "remarks": ["↳ 第 5 条更正理由为：微信群里口头签收，未见截图"],
           "sentence": "资规局签收（补录：微信，2026年11月19日 09:40）|signed for the call to 资规局 (entered afterwards: WeChat, 2026-11-19 09:40)"},
          {"id": "W2026-000038/3", "type": "muster.call.released.v1", "time": "2026-11-19T07:12:00.000Z",
           "recordedTime": "2026-11-19T07:12:00.000Z", "actor": "C01/P1/p-01", "data": {}, "words": {},
           "erased": [], "revision": 3, "position": 103, "actorName": "区指挥中心 调度岗", "remarks": [],
           "sentence": "裁决：同意文旅局退单，理由：小区不在文物保护范围|ruled that 文旅局 is released: 小区不在文物保护范围"}],
         "next": []}
        """

    /// A matter in hand: the unit leads, there is a group, a meeting, and tasks.
    private static let market = """
        {"whistle": "W2026-000035", "state": "handling", "kind": "enforcement", "category": "占道经营",
         "street": "610113003", "lead": "D03", "raisedAt": "2026-11-16T02:00:00.000Z",
         "due": "2026-11-21T09:00:00.000Z", "late": false, "demands": [],
         "title": "含光路夜市占道经营、油烟扰民，多次劝离无效", "streetName": "小寨路街道", "leadName": "城管局",
         "revision": 9, "reopened": 1, "sentBack": 1, "files": 3, "place": "含光路南段东侧人行道",
         "whyNotAlone": "街道没有行政处罚权，须城管、市场监管和交警联合执法。", "raisedBy": "小寨路街道 执法队",
         "groupLed": true,
         "calls": [
          {"call": 1, "unit": "D03", "role": "lead", "state": "arrived", "onSite": true,
           "issuedAt": "2026-11-16T02:00:00.000Z", "acknowledgeBy": "2026-11-16T04:00:00.000Z",
           "acknowledgedAt": "2026-11-16T02:20:00.000Z", "acknowledgedLate": false,
           "reportInBy": "2026-11-16T08:00:00.000Z", "reportedInAt": "2026-11-16T06:00:00.000Z",
           "reportedInLate": false, "person": "p-31", "unitName": "城管局", "live": true,
           "deliveredAt": "2026-11-16T02:05:00.000Z"},
          {"call": 2, "unit": "D05", "role": "support", "state": "arrived", "onSite": true,
           "issuedAt": "2026-11-16T02:00:00.000Z", "acknowledgeBy": "2026-11-16T04:00:00.000Z",
           "acknowledgedAt": "2026-11-16T05:10:00.000Z", "acknowledgedLate": true,
           "reportInBy": "2026-11-16T08:00:00.000Z", "reportedInAt": "2026-11-16T07:40:00.000Z",
           "reportedInLate": false, "person": "p-52", "unitName": "市场监管局", "live": true,
           "deliveredAt": "2026-11-16T05:00:00.000Z"}],
         "group": {"lead": "D03", "leadName": "城管局", "members": [
           {"unit": "D03", "person": "p-31", "unitName": "城管局"},
           {"unit": "D05", "person": "p-52", "unitName": "市场监管局"}]},
         "meetings": [{"meeting": 1, "kind": "coordination", "state": "minuted", "startsAt": "2026-11-17T07:00:00.000Z",
           "invited": 3, "attended": 3, "decisions": 2}],
         "tasks": [
          {"task": 1, "unit": "D03", "state": "accepted", "percent": 60, "due": "2026-11-21T04:00:00.000Z",
           "late": false, "proofNeeded": true, "files": 0, "meeting": 1, "unitName": "城管局",
           "duty": "每晚 18 时至 24 时驻点值守，连续七天", "assignedAt": "2026-11-17T08:00:00.000Z"},
          {"task": 2, "unit": "D05", "state": "completed", "percent": 100, "due": "2026-11-19T10:00:00.000Z",
           "completedAt": "2026-11-19T09:00:00.000Z", "late": false, "proofNeeded": false, "files": 1, "meeting": 1,
           "unitName": "市场监管局", "duty": "查验 14 家摊点的食品经营备案", "assignedAt": "2026-11-17T08:00:00.000Z"},
          {"task": 3, "unit": "D03", "state": "assigned", "percent": 0, "due": "2026-11-25T10:00:00.000Z",
           "late": false, "proofNeeded": false, "files": 0, "meeting": 1, "unitName": "城管局",
           "duty": "与街道、社区商定便民疏导点，公示位置和时间", "assignedAt": "2026-11-21T01:00:00.000Z"}],
         "followUps": [], "backEntries": [],
         "events": [
          {"id": "W2026-000035/1", "type": "muster.whistle.raised.v1", "time": "2026-11-16T02:00:00.000Z",
           "recordedTime": "2026-11-16T02:00:00.000Z", "actor": "610113003/P2/p-08", "data": {}, "words": {},
           "erased": [], "revision": 1, "position": 101, "actorName": "小寨路街道 执法队", "remarks": [],
           "sentence": "小寨路街道吹哨（综合执法哨）：含光路夜市占道经营、油烟扰民，多次劝离无效|raised a whistle for 小寨路街道 (joint-enforcement whistle): 含光路夜市占道经营、油烟扰民，多次劝离无效"}],
         "next": []}
        """
}
