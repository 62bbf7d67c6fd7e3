extension ActName {
    /// A request for the act as it could come from a district: the one example that the OpenAPI description, the pages
    /// of the documentation and the tests show.
    ///
    /// Units and persons are invented; moments are of November 2026.
    public var example: ActRequest {
        switch self {
        case .raise, .approve, .link, .withdraw, .dispatch, .recall, .cancelCall: onWhistle
        case .acknowledge, .reportIn, .object, .arbitrate, .evaluateDepartment: onCall
        case .groupForm, .groupLead, .groupHandOver, .groupTransfer, .groupAdd, .groupRemove: onGroup
        case .meetingConvene, .meetingHold, .meetingMinutes, .meetingAmend, .meetingCancel: onMeeting
        case .taskAssign, .taskAccept, .taskProgress, .taskComplete, .taskReassign: onTask
        case .attach, .correct, .confirm, .dispute: onFact
        case .eraseText: ActRequest(self, ["position": 1_207, "field": "note", "basis": "consentWithdrawn"])
        case .eraseTexts: about(["basis": "retentionExpired"])
        case .claimDone, .inspect, .followUp, .close, .reopen, .evaluateStreet: onEnd
        case .unitRegister, .unitRename, .unitRetire, .postAssign, .postEnd, .tokenIssue, .tokenRevoke: onDistrict
        }
    }

    /// A request about the whistle that all examples are about.
    private func about(_ values: [String: JSONValue]) -> ActRequest {
        ActRequest(self, values.merging(["whistle": "W2026-000042"]) { mine, _ in mine })
    }

    private static let hash = JSONValue.string(String(repeating: "0a1b2c3d", count: 8))

    private var onWhistle: ActRequest {
        switch self {
        case .approve: about(["by": "小寨路街道/主任", "slip": Self.hash])
        case .link: about(["reference": "12345:20261120-0871"])
        case .withdraw: about(["reason": "产权单位已自行维修，不再需要部门到场"])
        case .dispatch:
            about(["calls": [["unit": "区城管局", "role": "support", "reportInBy": "2026-11-22T18:00:00+08:00"]]])
        case .recall: about(["unit": "区城管局", "reason": "重复派单"])
        case .cancelCall:
            about(["unit": "区住建局", "cause": "wrongDispatch", "nextLead": "资规局", "reason": "职责清单载明由资规部门主办"])
        default:
            ActRequest(
                self,
                [
                    "kind": "tough", "title": "金裕云顶小区产权证办理受阻", "category": "历史遗留",
                    "place": "小寨路街道金裕云顶小区", "whyNotAlone": "涉及规划核实和土地手续，街道没有审批权限",
                    "calls": [
                        ["unit": "区住建局", "role": "lead", "reportInBy": "2026-11-22T10:00:00+08:00"],
                        ["unit": "资规局", "role": "support"],
                    ],
                    "due": "2026-12-11T18:00:00+08:00", "approvedBy": "小寨路街道/主任", "slip": Self.hash,
                ])
        }
    }

    private var onCall: ActRequest {
        switch self {
        case .reportIn:
            about([
                "unit": "own", "person": "d-11", "mode": "onSite", "occurredAt": "2026-11-22T09:20:00+08:00",
                "via": "phone",
            ])
        case .object:
            about([
                "unit": "own", "ground": "notOurDuty", "basis": "雁塔区街道职责清单第十二条",
                "reason": "该小区的规划核实不属本单位职责", "proposed": "资规局",
            ])
        case .arbitrate:
            about(["unit": "区住建局", "ruling": "release", "nextLead": "资规局", "reason": "职责清单载明由资规部门主办"])
        case .evaluateDepartment: about(["unit": "区住建局", "score": 5, "comment": "到场及时，办理有结果"])
        default: about(["unit": "own"])
        }
    }

    private var onGroup: ActRequest {
        switch self {
        case .groupLead: about(["unit": "区住建局", "reason": "由主办单位牵头更便于协调"])
        case .groupHandOver: about(["unit": "资规局", "reason": "后续以规划手续为主"])
        case .groupTransfer: about(["unit": "资规局", "reason": "主要工作属资规局职责"])
        case .groupAdd: about(["unit": "资规局", "person": "d-21"])
        case .groupRemove:
            about(["unit": "资规局", "person": "d-21", "substitute": "d-22", "reason": "原组员岗位调整"])
        default: about(["lead": "区住建局"])
        }
    }

    private var onMeeting: ActRequest {
        switch self {
        case .meetingHold:
            about(["meeting": 1, "attended": [["unit": "区住建局", "person": "d-11"], ["unit": "资规局"]]])
        case .meetingMinutes:
            about([
                "meeting": 1, "text": "会议核对了小区的规划、土地和竣工验收手续，明确了补办的先后次序。",
                "decisions": [
                    [
                        "unit": "资规局", "due": "2026-11-30T18:00:00+08:00", "proofNeeded": true,
                        "duty": "出具规划核实意见",
                    ]
                ],
            ])
        case .meetingAmend:
            about(["meeting": 1, "text": "会议核对了小区的规划和土地手续。", "reason": "竣工验收手续未在会上核对"])
        case .meetingCancel: about(["meeting": 1, "reason": "与全区防汛调度会冲突，另行召集"])
        default:
            about([
                "kind": "coordination", "at": "2026-11-25T09:30:00+08:00", "invited": ["区住建局", "资规局"],
                "agenda": "核对手续，明确责任单位和时限", "venue": "小寨路街道三楼会议室",
            ])
        }
    }

    private var onTask: ActRequest {
        switch self {
        case .taskAccept: about(["task": 1])
        case .taskProgress: about(["task": 1, "percent": 60, "note": "现场测量已完成，正在编制核实意见"])
        case .taskComplete: about(["task": 1, "note": "规划核实意见已出具"])
        case .taskReassign:
            about(["task": 1, "unit": "区住建局", "due": "2026-12-02T18:00:00+08:00", "reason": "需先完成竣工验收备案"])
        default:
            about(["unit": "资规局", "due": "2026-11-30T18:00:00+08:00", "proofNeeded": true, "duty": "出具规划核实意见"])
        }
    }

    private var onFact: ActRequest {
        switch self {
        case .correct:
            about([
                "entry": 1, "field": "place", "text": "小寨路街道金裕云顶小区北区", "reason": "原记录漏写分区",
            ])
        case .confirm: about(["entry": 7])
        case .dispute: about(["entry": 7, "reason": "当日签到表上没有该单位"])
        default:
            about([
                "task": 1, "sha256": Self.hash, "size": 182_044, "media": "application/pdf", "caption": "规划核实意见",
            ])
        }
    }

    private var onEnd: ActRequest {
        switch self {
        case .inspect: about(["verdict": "accept", "note": "现场核查，手续已补齐，开始受理办证"])
        case .followUp:
            about([
                "demand": 1, "outcome": "reached", "solved": "yes", "satisfaction": 5, "note": "居民表示已收到受理通知",
            ])
        case .close: about(["class": "solved", "reason": "核查通过，回访满意"])
        case .reopen: about(["due": "2026-12-31T18:00:00+08:00", "reason": "部分楼栋仍未受理"])
        case .evaluateStreet: about(["score": 5, "comment": "情况说明清楚，现场配合到位"])
        default: about(["result": "solved", "summary": "规划核实和竣工验收备案已完成，办证通道已开通"])
        }
    }

    private var onDistrict: ActRequest {
        switch self {
        case .unitRename: ActRequest(self, ["unit": "D1", "fullName": "雁塔区住房和城乡建设局", "shortName": "区住建局"])
        case .unitRetire: ActRequest(self, ["unit": "D3", "reason": "机构改革，职责并入区城管局"])
        case .postAssign:
            ActRequest(self, ["unit": "区住建局", "title": "经办", "person": "d-12", "chief": false, "code": "D1-1"])
        case .postEnd: ActRequest(self, ["post": "区住建局/经办"])
        case .tokenIssue:
            ActRequest(
                self,
                [
                    "post": "区住建局/经办", "expires": "2027-11-21T00:00:00+08:00", "readOnly": false, "label": "值班室电脑",
                ])
        case .tokenRevoke: ActRequest(self, ["token": "k7m2p9q4", "reason": "人员离岗"])
        default:
            ActRequest(
                self,
                [
                    "fullName": "雁塔区长安路街道办事处", "shortName": "长安路街道", "kind": "street", "code": "S3",
                ])
        }
    }
}
