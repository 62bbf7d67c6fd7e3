import MusterDomain

extension ImportBatch {
    /// A natural example for the description.
    public static let example: ImportBatch = {
        var open = SourceCase(
            id: "20261121-0007", openedAt: Instant(milliseconds: 1_795_223_400_000), street: "小寨路街道",
            department: "区城管局", category: "市容环境", title: "夜间施工噪音")
        open.due = Instant(milliseconds: 1_795_655_400_000)
        open.place = "长安中路 12 号院"
        open.detail = "22 时以后仍在施工，多次反映"
        var closed = SourceCase(
            id: "20261118-0031", openedAt: Instant(milliseconds: 1_794_964_200_000), street: "小寨路街道",
            department: "区住建局", category: "物业管理", title: "电梯停运")
        closed.closedAt = Instant(milliseconds: 1_795_137_000_000)
        closed.resolution = "已修复并恢复运行"
        return ImportBatch(source: "12345", cases: [open, closed])
    }()
}
