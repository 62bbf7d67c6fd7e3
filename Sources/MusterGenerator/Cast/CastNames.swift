import MusterDomain

/// What the units of the district are called.
enum CastNames {
    static let district = "青桐区"

    /// Departments and agencies, in the order to which ``Matter/departments`` refers.
    static let departments: [(full: String, short: String, kind: UnitKind)] = [
        ("城市管理执法局", "城管局", .department), ("住房和城乡建设局", "住建局", .department),
        ("自然资源和规划局", "资规局", .department), ("生态环境局", "环保局", .department),
        ("公安分局", "公安", .dispatchedAgency), ("市场监督管理局", "市监局", .department),
        ("消防救援大队", "消防", .dispatchedAgency), ("水务局", "水务局", .department),
        ("供热燃气服务中心", "热气中心", .department), ("应急管理局", "应急局", .department),
        ("交通运输局", "交通局", .department), ("卫生健康局", "卫健局", .department),
        ("信访局", "信访局", .department), ("园林绿化中心", "园林中心", .department),
        ("民政局", "民政局", .department), ("人力资源和社会保障局", "人社局", .department),
    ]

    static let streets = [
        "柳湾", "望山", "石桥", "长渠", "槐荫", "南塬", "新泉", "枫林", "雁池", "丰禾", "清河", "文景", "云杉", "金穗", "翠屏", "福泽",
    ]

    static let communities = ["东苑", "西里", "南坊", "北巷", "中心"]
}
