/// The strict settings hold for every target of the package.
enum SettingsRule {
    static let settings = [
        #".enableUpcomingFeature("ExistentialAny")"#,
        #".enableUpcomingFeature("ImmutableWeakCaptures")"#,
        #".enableUpcomingFeature("InferIsolatedConformances")"#,
        #".enableUpcomingFeature("InternalImportsByDefault")"#,
        #".enableUpcomingFeature("MemberImportVisibility")"#,
        #".enableUpcomingFeature("NonisolatedNonsendingByDefault")"#,
        ".strictMemorySafety()",
        ".treatAllWarnings(as: .error)",
    ]

    static func findings(in manifest: SourceText) -> [Finding] {
        let text = manifest.uncommented
        var findings: [Finding] = []
        // Only a system library has nothing to compile, so only it may be left out.
        let loop = occurrences(
            of: #"^for target in package\.targets(?: where target\.type != \.system)? \{\s*"#
                + #"target\.swiftSettings = \[([^\]]*)\]\s*\}"#,
            in: text
        )
        if let (line, listed) = loop.last {
            for setting in settings where !listed.contains(setting) {
                findings.append(Finding(path: manifest.path, line: line, words: "the loop leaves out \(setting)"))
            }
        } else {
            findings.append(
                Finding(path: manifest.path, line: 1, words: "no loop gives every target the strict settings")
            )
        }
        for (pattern, words) in [
            (#"swiftLanguageModes: \[\.v6\]"#, "the package is not in Swift 6 mode")
        ] where occurrences(of: pattern, in: text).isEmpty {
            findings.append(Finding(path: manifest.path, line: 1, words: words))
        }
        for (line, found) in occurrences(of: #"(swiftSettings:|\.unsafeFlags|\.treatWarning\()"#, in: text) {
            findings.append(Finding(path: manifest.path, line: line, words: "\(found) bends the common settings"))
        }
        return findings
    }
}
