/// Rows of a 311 system.
enum Cases {
    static let header =
        "id,opened_at,due_at,closed_at,updated_at,status,on_time,agency,queue,category,type,detail,title,address,"
        + "district,postcode,lat,lon,channel,resolution"

    /// Closed in time; open and long overdue; open with time left.
    static let three = [
        row("101", due: "2015-06-03T12:00:00+00:00", closed: "2015-06-02T12:00:00+00:00"),
        row("102", due: "2015-06-03T12:00:00+00:00"),
        row("103", due: "2099-06-03T12:00:00+00:00"),
    ]

    static func row(
        _ id: String, opened: String = "2015-06-01T12:00:00+00:00", due: String, closed: String = ""
    ) -> String {
        let status = closed.isEmpty ? "Open" : "Closed"
        return "\(id),\(opened),\(due),\(closed),,\(status),ONTIME,PWDx,Queue,Streets,Pothole,,路面坑洼 \(id),1 Main St,"
            + "Roxbury,02118,42.33,-71.07,Phone,Filled"
    }

    static func file(_ rows: [String]) -> String { ([header] + rows).map { $0 + "\n" }.joined() }

    /// Writes them as a file and gives its path.
    static func write(_ rows: [String], in scratch: Scratch, as name: String = "cases.csv") throws -> String {
        try scratch.write(file(rows), to: name)
    }
}
