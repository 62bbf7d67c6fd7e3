/// Marks that are spent by doing something and come back evenly over a minute.
struct TokenBucket: Sendable {
    /// How many marks there are when nothing has been spent for a minute.
    let capacity: Int
    /// What is there, in shares: a mark has a minute's nanoseconds of them, so that nothing is rounded.
    private var shares: Int
    private var since: UInt64

    private static let minute = 60_000_000_000

    init(capacity: Int, now: UInt64) {
        self.capacity = capacity
        shares = capacity * Self.minute
        since = now
    }

    private mutating func refill(_ now: UInt64) {
        let passed = Int(min(now - min(since, now), UInt64(Self.minute)))
        shares = min(capacity * Self.minute, shares + passed * capacity)
        since = max(since, now)
    }

    /// How many whole marks are left.
    mutating func left(now: UInt64) -> Int {
        refill(now)
        return shares / Self.minute
    }

    /// Spends one mark. Answers whether there was one.
    mutating func spend(now: UInt64) -> Bool {
        refill(now)
        guard shares >= Self.minute else { return false }
        shares -= Self.minute
        return true
    }

    /// Seconds, rounded up, until there is a mark again.
    mutating func secondsToNext(now: UInt64) -> Int {
        refill(now)
        let missing = Self.minute - shares
        return missing <= 0 ? 0 : (missing + capacity * 1_000_000_000 - 1) / (capacity * 1_000_000_000)
    }

    /// Whether nothing is spent, so that the bucket need not be kept.
    mutating func isFull(now: UInt64) -> Bool {
        refill(now)
        return shares == capacity * Self.minute
    }
}

/// A bucket for each of at most so many keys. When there are more, those that are full go first, then any.
struct TokenBuckets<Key: Hashable & Sendable>: Sendable {
    let capacity: Int
    let limit: Int
    private var buckets: [Key: TokenBucket] = [:]

    init(capacity: Int, limit: Int) {
        self.capacity = capacity
        self.limit = limit
    }

    var count: Int { buckets.count }

    /// The bucket of a key, as it stands or new.
    subscript(key: Key, now now: UInt64) -> TokenBucket {
        get { buckets[key] ?? TokenBucket(capacity: capacity, now: now) }
        set {
            if buckets[key] == nil, buckets.count >= limit { makeRoom(now) }
            buckets[key] = newValue
        }
    }

    private mutating func makeRoom(_ now: UInt64) {
        buckets = buckets.filter { pair in
            var bucket = pair.value
            return !bucket.isFull(now: now)
        }
        // All of them are in use: a tenth goes, so that making room costs O(1) a key.
        while buckets.count >= limit {
            for key in buckets.keys.prefix(max(1, limit / 10)) { buckets[key] = nil }
        }
    }
}
