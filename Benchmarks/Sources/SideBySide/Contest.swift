/// Things that are measured side by side: in every round each of them once, so that what slows the machine for a while
/// slows all of them.
struct Contest {
    /// One of the things.
    struct Entrant {
        var name: String
        /// What a rate counts: events, as a rule.
        var unit: String
        /// How many of them a run handles, where not every run handles the same.
        var run: () async throws -> Int
    }

    /// What came of one.
    struct Outcome {
        var name: String
        var unit: String
        /// Of each round, and how many it handled.
        var samples: [(sample: Sample, count: Int)] = []

        var wall: Double { median(samples.map(\.sample.wall)) }
        var cpu: Double { median(samples.map(\.sample.cpu)) }
        /// Per second of processor time.
        var rate: Double { median(samples.map { Double($0.count) / $0.sample.cpu }) }
        /// Per second on the wall.
        var wallRate: Double { median(samples.map { Double($0.count) / $0.sample.wall }) }
    }

    private var entrants: [Entrant] = []

    mutating func add(_ name: String, unit: String = "events", _ run: @escaping () async throws -> Int) {
        entrants.append(Entrant(name: name, unit: unit, run: run))
    }

    /// Runs all of them once for warming up and then so many rounds.
    func run(rounds: Int) async throws -> [Outcome] {
        var outcomes = entrants.map { Outcome(name: $0.name, unit: $0.unit) }
        for round in 0...rounds {
            for (index, entrant) in entrants.enumerated() {
                try await settle()
                let (sample, count) = try await measured { try await entrant.run() }
                if round > 0 { outcomes[index].samples.append((sample, count)) }
            }
        }
        return outcomes
    }
}

func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
