import HTTPTypes
import MusterText
import Testing

@testable import MusterServer

@Suite struct `A session` {
    private let key = SessionKey(seed: Array(repeating: 7, count: 32))
    private let now = PageCases.now
    private var session: SessionCookie {
        SessionCookie(district: "610113", tokenID: "k3v9q2", expires: now.milliseconds / 1_000 + 60)
    }

    @Test func `is read back from its cookie`() {
        let value = session.sealed(by: key)
        #expect(SessionCookie(value, key: key, now: now) == session)
        #expect(SessionCookie.district(of: value) == "610113")
    }

    @Test func `is sealed the same by the same ledger after a restart, and not by another`() {
        let again = SessionKey(seed: Array(repeating: 7, count: 32))
        let other = SessionKey(seed: Array(repeating: 8, count: 32))
        #expect(session.sealed(by: key) == session.sealed(by: again))
        #expect(SessionCookie(session.sealed(by: key), key: other, now: now) == nil)
    }

    @Test func `has the seal that HKDF and HMAC give it elsewhere`() {
        // By Python: hmac.digest(hkdf(b"\x07" * 32, info=b"muster web session"), b"v1.610113.k3v9q2.1", "sha256")
        let old = SessionCookie(district: "610113", tokenID: "k3v9q2", expires: 1)
        #expect(
            old.sealed(by: key) == "v1.610113.k3v9q2.1.eeb146613dd0dbd2b456eaa471691dc20155cee77b29bc4b4049982e84a12ad7"
        )
    }

    @Test func `ends with its time`() {
        let value = session.sealed(by: key)
        #expect(SessionCookie(value, key: key, now: Moment(milliseconds: now.milliseconds + 59_000)) != nil)
        #expect(SessionCookie(value, key: key, now: Moment(milliseconds: now.milliseconds + 60_000)) == nil)
    }

    @Test func `is void once any character of its cookie is another`() {
        let value = Array(session.sealed(by: key).utf8)
        for place in value.indices {
            for replacement in [UInt8(ascii: "0"), UInt8(ascii: "x"), UInt8(ascii: ".")]
            where value[place] != replacement {
                var spoilt = value
                spoilt[place] = replacement
                #expect(SessionCookie(String(decoding: spoilt, as: UTF8.self), key: key, now: now) == nil)
            }
        }
    }

    @Test(arguments: [
        "", "v1", "v1....", "v2.610113.k3v9q2.1.00", "v1.610113.k3v9q2.1", "v1.610113.k3v9q2.1.00.00",
        "v1.6101/13.k3v9q2.99999999999.00", "v1.610113.k3v9q2.+1.00", "v1.610113.k3v9q2.01.00",
    ])
    func `is nothing else than a cookie of that form`(_ value: String) {
        #expect(SessionCookie(value, key: key, now: now) == nil)
    }
}

@Suite struct `The cookies of a request` {
    @Test func `are found by their whole name`() {
        #expect(Cookies.value("b", in: ["a=1; b=2", "c=3"]) == "2")
        #expect(Cookies.value("c", in: ["a=1; b=2", "c=3"]) == "3")
        #expect(Cookies.value("a", in: ["ba=1"]) == nil)
        #expect(Cookies.value("a", in: ["a="])?.isEmpty == true)
        #expect(Cookies.value("a", in: ["a"]) == nil)
    }

    @Test func `that are there twice are not believed`() {
        #expect(Cookies.value("a", in: ["a=1; a=2"]) == nil)
        #expect(Cookies.value("a", in: ["a=1", "a=1"]) == nil)
    }

    @Test func `are for this host alone`() {
        #expect(Cookies.set("n", "v", maxAge: 9) == "n=v; Path=/; Secure; SameSite=Lax; HttpOnly; Max-Age=9")
    }
}

@Suite struct `A form's provenance` {
    /// Sec-Fetch-Site, Origin, Referer, and whether that is a page of http://localhost:8080.
    private static let cases: [(String?, String?, String?, Bool)] = [
        ("same-origin", "http://localhost:8080", nil, true),
        ("same-origin", nil, nil, true),
        ("same-origin", "null", nil, false),
        ("same-site", "http://localhost:8080", nil, false),
        ("cross-site", "http://localhost:8080", nil, false),
        ("cross-site", nil, "http://localhost:8080/", false),
        ("none", "http://localhost:8080", nil, true),
        ("none", nil, "http://localhost:8080/", false),
        (nil, "http://localhost:8080", nil, true),
        (nil, "https://localhost:8080", nil, true),
        (nil, "http://localhost:8081", nil, false),
        (nil, "http://localhost:8080.evil.example", nil, false),
        (nil, "http://evil.example", "http://localhost:8080/", false),
        (nil, "null", "http://localhost:8080/", false),
        (nil, nil, "http://localhost:8080/d/610113/inbox", true),
        (nil, nil, "http://evil.example/?http://localhost:8080/", false),
        (nil, nil, "http://localhost:8080@evil.example/", false),
        (nil, nil, nil, false),
    ]

    @Test(arguments: cases.indices)
    func `is told by what the browser says`(_ order: Int) {
        let (site, origin, referer, isOwn) = Self.cases[order]
        var headers: HTTPFields = [:]
        headers[.secFetchSite] = site
        headers[.origin] = origin
        headers[.referer] = referer
        #expect(Provenance.isOwn(headers, host: "localhost:8080") == isOwn)
        #expect(!Provenance.isOwn(headers, host: nil))
    }

    @Test func `does not care for the port that a scheme has anyhow`() {
        #expect(Provenance.isOwn([.origin: "https://muster.example"], host: "muster.example:443"))
        #expect(Provenance.isOwn([.origin: "http://MUSTER.example:80"], host: "muster.example"))
        #expect(!Provenance.isOwn([.origin: "http://muster.example:443"], host: "muster.example"))
    }
}
