import MusterEngine
import MusterText
import Testing

@testable import MusterServer

@Suite struct LanguageTests {
    @Test(
        arguments: [
            (nil, Language.zh), ("", .zh), ("zh-CN", .zh), ("en", .en), ("EN-us", .en), ("zh;q=0.3, en;q=0.9", .en),
            ("en;q=0.3,zh-Hant-TW", .zh), ("fr", .en), ("fr, zh;q=0.1", .zh), ("*", .zh), ("en;q=0", .zh),
            ("en;q=0, *", .zh),
            ("fr, *;q=0.5", .zh), ("zh;q=x, en;q=0.1", .en), (";;;,,,", .zh), ("en-GB;q=0.8;level=1", .en),
            ("zha", .en),
        ] as [(String?, Language)])
    func `The language wished most is spoken, if it is one of the two`(header: String?, language: Language) {
        #expect(Language.wished(header, standard: .zh) == language)
    }

    @Test(arguments: Language.allCases)
    func `Whoever is refused before anybody knows him is told so in the language that he wishes`(
        standard: Language
    ) async throws {
        let directory = try await Ledgers.directory(of: ["610113"], LedgerMetrics())
        let routes = DistrictRoutes.all(of: directory, environment: .live, fileLimit: 1_024)
        let refusals: [(method: String, target: String, token: String?, status: Int)] = [
            ("GET", "/v1/me", nil, 401), ("GET", "/v1/me", "mt1_nobody", 401),
            ("GET", "/v1/districts/610113/inbox", nil, 401), ("GET", "/v1/districts/610199/inbox", "x", 401),
            ("DELETE", "/v1/me", nil, 405), ("POST", "/v1/districts/610113/inbox", nil, 405),
            ("GET", "/v1/nothing", nil, 404), ("GET", "/v1/%2e%2e", nil, 400),
        ]
        try await TestServer.run(
            routes: routes
        ) {
            $0.language = standard
        } _: { server in
            for (method, target, token, status) in refusals {
                for (wish, language) in [(nil, standard), ("en-GB", .en), ("zh-CN", .zh)] as [(String?, Language)] {
                    var headers: [String: String] = [:]
                    headers["Accept-Language"] = wish
                    headers["Authorization"] = token.map { "Bearer " + $0 }
                    let answer = try await server.get(target, headers, method: method)
                    #expect(answer.status == status && answer["Content-Language"] == language.tag, "\(target)")
                    // Beside these the body has both languages, under their names.
                    for member in ["title", "detail"] {
                        let words = try #require(answer.json[member] as? String)
                        let isChinese = words.unicodeScalars.contains { ("一"..."龥").contains($0) }
                        #expect(isChinese == (language == .zh), "\(words)")
                    }
                }
            }
        }
        await directory.close()
    }
}
