/// What whistles are blown for: a category, what is wrong, and the departments that usually answer for it, by their
/// places in ``CastNames/departments``.
struct Matter: Sendable {
    var category: String
    var troubles: [String]
    /// The first one leads.
    var departments: [Int]

    static let all: [Matter] = [
        Matter(
            category: "占道经营", troubles: ["流动摊点占压人行道", "店外摆放货物挡住盲道", "早市散后垃圾遗留路面", "夜间烧烤摊油烟扰民"],
            departments: [0, 5, 4]),
        Matter(
            category: "违法建设", troubles: ["楼顶加盖彩钢房", "一层住户破墙开门", "公共绿地被圈占搭棚", "消防通道内砌墙建房"],
            departments: [0, 2, 6]),
        Matter(
            category: "房屋安全", troubles: ["外墙保温层成片脱落", "地下室长期积水返潮", "老楼阳台板开裂", "屋面防水失效多户漏雨"],
            departments: [1, 9]),
        Matter(
            category: "权属登记", troubles: ["入住多年未能办理权属登记", "开发企业注销后手续缺失", "地下车位产权归属不清"],
            departments: [2, 1, 12]),
        Matter(
            category: "噪声污染", troubles: ["工地夜间连续施工", "地铁风亭低频噪声", "广场音响音量过大", "空调外机紧邻卧室窗户"],
            departments: [3, 0, 4]),
        Matter(
            category: "供水排水", troubles: ["主管破裂路面冒水", "小区二次供水水箱未清洗", "雨污混接汛期倒灌", "污水井盖缺失"],
            departments: [7, 0]),
        Matter(
            category: "供热燃气", troubles: ["采暖季室温不达标", "燃气立管锈蚀需要改造", "换热站循环泵反复停机"],
            departments: [8, 1, 9]),
        Matter(
            category: "道路交通", troubles: ["路口信号灯配时不合理", "断头路长期未打通", "学校门口上下学拥堵", "非机动车道被机动车占用"],
            departments: [10, 4, 2]),
        Matter(
            category: "消防隐患", troubles: ["楼道堆放杂物堵塞疏散通道", "电动自行车进楼入户充电", "消火栓无水", "沿街门店铁栅栏封窗"],
            departments: [6, 9, 4]),
        Matter(
            category: "食品安全", troubles: ["无证餐饮后厨卫生差", "校园周边售卖过期食品", "冷链库房温控记录缺失"],
            departments: [5, 11]),
        Matter(
            category: "园林绿化", troubles: ["行道树枯枝有坠落危险", "杨絮集中飘落", "口袋公园设施损坏", "树木遮挡采光"],
            departments: [13, 0]),
        Matter(
            category: "物业管理", troubles: ["物业企业撤场后无人接管", "公共收益账目不公开", "电梯停运多日未修", "门禁和照明长期损坏"],
            departments: [1, 5]),
        Matter(
            category: "民生保障", troubles: ["独居老人助餐点停办", "残疾人坡道被拆除", "社区卫生站药品不全", "托育点收费不明"],
            departments: [14, 11]),
        Matter(
            category: "劳动权益", troubles: ["装修队拖欠工钱", "门店关停未结算工资", "劳务公司未缴纳社会保险"],
            departments: [15, 4, 12]),
        Matter(
            category: "环境卫生", troubles: ["垃圾桶站清运不及时", "建筑垃圾偷倒在空地", "公共厕所管道堵塞", "河道漂浮物无人打捞"],
            departments: [0, 7, 3]),
    ]
}
