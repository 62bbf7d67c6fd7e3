import Testing

/// A command that is sent twice under one id is carried out once.
@Suite struct CommandIDTests {
    @Test func `A retry gets the first answer and adds nothing`() throws {
        let district = try District.copy()
        let dispatch = ["dispatch", district.raised, "--support", "长安路社区", "--command-id", "web-7", "--json"]
        let first = try district.done(dispatch, as: District.street).json
        let state = try district.state()
        // Somebody else acts in between.
        try district.done("ack", district.raised, as: District.housing)

        let second = try district.done(dispatch, as: District.street).json
        for key in ["commandId", "whistle", "first", "last"] {
            #expect("\(first[key] ?? "none")" == "\(second[key] ?? "none")", "\(key)")
        }
        #expect(first["repeated"] as? Bool == false)
        #expect(second["repeated"] as? Bool == true)
        #expect(try district.state().position == state.position + 1)
        let forPeople = try district.done(Array(dispatch.dropLast()), as: District.street)
        #expect(forPeople.out.contains("web-7"))
        #expect(try district.state().position == state.position + 1)
    }

    @Test func `The same id for another command is refused for ever`() throws {
        let district = try District.copy()
        let link = ["link", district.raised, "--source"]
        try district.done(link + ["12345:1", "--command-id", "web-7"], as: District.street)
        let state = try district.state()
        for arguments in [link + ["12345:2"], ["withdraw", district.raised, "--reason", "测试"]] {
            let answer = try district.muster(arguments + ["--command-id", "web-7", "--json"], as: District.street)
            #expect(answer.status == 5)
            #expect(try Complaint(answer).code == "commandReused")
        }
        #expect(try district.state() == state)
    }

    @Test func `A refused command leaves its id free`() throws {
        let district = try District.copy()
        let link = ["link", district.raised, "--command-id", "web-7", "--source"]
        #expect(try district.muster(link + ["nothing"], as: District.street).status == 1)
        try district.done(link + ["12345:1"], as: District.street)
    }

    @Test func `Every command without an id gets one of its own`() throws {
        let district = try District.copy()
        var ids: Set<String> = []
        for number in 1...3 {
            let source = "12345:\(number)"
            let object = try district.done("link", district.raised, "--source", source, "--json", as: District.street)
                .json
            ids.insert(try #require(object["commandId"] as? String))
        }
        #expect(ids.count == 3)
        let logged = try district.entries().suffix(3).compactMap { $0["commandid"] as? String }
        #expect(Set(logged) == ids)
    }
}
