import MusterDomain
import MusterEngine

/// Who acts when: the stories that run, their agenda, and the next batch of acts.
struct DayBook {
    /// Acts that are asked for at one moment, and whose turn each is.
    struct Batch {
        var moment: Instant
        var orders: [Order] = []
        fileprivate var turns: [(story: Int, pace: Pace)] = []
    }

    let cast: Cast
    var summary = GeneratorSummary()

    private let options: GeneratorOptions
    private let policy: Policy
    private let seed: UInt64
    private var chance: Chance
    private var stories: [Story] = []
    /// Places of stories that are over.
    private var free: [Int] = []
    private var agenda = Agenda()
    private var begun: UInt64 = 0
    private var tide: Tide
    private var office: Office
    private var nextOfficeAct: Int
    /// The moment of the newest batch.
    private var moment: Instant
    /// How far the next batch reaches, in seconds: less when there is much to do, so that batches stay of a size.
    private var reach: Int64 = 600

    init(seed: UInt64, options: GeneratorOptions, policy: Policy) {
        self.seed = seed
        self.options = options
        self.policy = policy
        cast = Cast(streets: options.streets, communities: options.communities)
        chance = Chance(seed: seed)
        tide = Tide(openAtOnce: options.openAtOnce)
        office = Office(seed: seed)
        nextOfficeAct = options.eventsPerOfficeAct
        moment = options.start
    }

    // MARK: The next batch

    /// What is due next; nothing when the log will have its length with what is in flight.
    mutating func nextBatch(on board: Board, inFlight: Int) -> Batch {
        // A command leaves about one and a half entries, and clocks run out besides.
        let rest = options.events - Int(board.size) - 2 * inFlight
        var batch = Batch(moment: moment)
        guard rest > 0 else { return batch }
        let limit = max(1, min(options.batch, rest / 3))
        while batch.orders.isEmpty {
            let before = moment
            moment = Instant(milliseconds: moment.milliseconds + reach * 1_000)
            batch.moment = moment
            let scene = Scene(board: board, cast: cast, now: moment, policy: policy)
            continueStories(in: scene, upTo: limit, &batch)
            tide.rise(from: before, to: moment, running: stories.count - free.count)
            while batch.orders.count < limit, tide.takeOne() { begin(in: scene, &batch) }
        }
        adaptReach(batch.orders.count, limit)
        return batch
    }

    private mutating func continueStories(in scene: Scene, upTo limit: Int, _ batch: inout Batch) {
        while batch.orders.count < limit, let place = agenda.take(by: scene.now) {
            switch stories[place].next(in: scene) {
            case .act(let act, let pace): enter(act, of: place, then: pace, &batch)
            case .rest(let pace): agenda.add(place, at: pace.next(after: scene.now, &stories[place].chance))
            case .over: free.append(place)
            }
        }
    }

    private mutating func begin(in scene: Scene, _ batch: inout Batch) {
        begun += 1
        var story = Story(seed: seed, member: begun)
        let act = story.opening(in: scene)
        let place: Int
        if let known = free.popLast() {
            place = known
            stories[known] = story
        } else {
            place = stories.count
            stories.append(story)
        }
        let isImported = act.command.isImported
        enter(act, of: place, then: isImported ? .days : .quick, &batch)
    }

    private mutating func enter(_ act: Act, of place: Int, then pace: Pace, _ batch: inout Batch) {
        batch.orders.append(order(act))
        batch.turns.append((place, pace))
    }

    private mutating func order(_ act: Act) -> Order {
        Order(
            id: chance.hex(bytes: 16), command: act.command, actor: act.actor, entered: act.entered,
            occurred: act.occurred)
    }

    private mutating func adaptReach(_ count: Int, _ limit: Int) {
        if count >= limit {
            reach = max(20, reach * 3 / 4)
        } else if count < limit * 3 / 4 {
            reach = min(1_200, reach * 9 / 8 + 1)
        }
    }

    // MARK: What came of it

    /// Notes what came of a batch and when each story goes on.
    mutating func settle(_ batch: Batch, _ results: [Result<Outcome, LedgerError>]) throws(LedgerError) {
        for (turn, result) in zip(batch.turns, results) {
            let place = turn.story
            guard let outcome = try note(result) else {
                stories[place].refusals += 1
                guard stories[place].whistle.exists else {
                    free.append(place)
                    continue
                }
                agenda.add(place, at: Pace.soon.next(after: batch.moment, &stories[place].chance))
                continue
            }
            if let whistle = outcome.whistle { stories[place].whistle = whistle }
            agenda.add(place, at: turn.pace.next(after: batch.moment, &stories[place].chance))
        }
    }

    /// Nil if it was refused.
    private mutating func note(_ result: Result<Outcome, LedgerError>) throws(LedgerError) -> Outcome? {
        summary.commands += 1
        switch result {
        case .success(let outcome): return outcome
        case .failure(.refused(let refusal)):
            summary.refusals[refusal.code, default: 0] += 1
            return nil
        case .failure(let error): throw error
        }
    }

    // MARK: The office

    /// Whether it is time for an act of the district's own stream.
    func isOfficeDue(on board: Board) -> Bool { Int(board.size) >= nextOfficeAct }

    mutating func officeOrder(on board: Board) -> Order {
        nextOfficeAct = Int(board.size) + options.eventsPerOfficeAct
        return order(office.next(in: Scene(board: board, cast: cast, now: moment, policy: policy)))
    }

    mutating func settle(officeAct result: Result<Outcome, LedgerError>) throws(LedgerError) { _ = try note(result) }
}
