/// Marks that are spent by doing something and come back evenly over a minute.
struct TokenBucket: Sendable {
    /// How many marks there are when nothing has been spent for a minute.
    let capacity: Int
    private var marks: Double
    private var since: UInt64

    init(capacity: Int, now: UInt64) {
        self.capacity = capacity
        marks = Double(capacity)
        since = now
    }

    private var perNanosecond: Double { Double(capacity) / 60e9 }

    private mutating func refill(_ now: UInt64) {
        marks = min(Double(capacity), marks + Double(now - min(since, now)) * perNanosecond)
        since = max(since, now)
    }

    /// How many whole marks are left.
    mutating func left(now: UInt64) -> Int {
        refill(now)
        return Int(marks)
    }

    /// Spends one mark. Answers whether there was one.
    mutating func spend(now: UInt64) -> Bool {
        refill(now)
        guard marks >= 1 else { return false }
        marks -= 1
        return true
    }

    /// Seconds, rounded up, until there is a mark again.
    mutating func secondsToNext(now: UInt64) -> Int {
        refill(now)
        return marks >= 1 ? 0 : max(1, Int(((1 - marks) / perNanosecond / 1e9).rounded(.up)))
    }

    /// Whether nothing is spent, so that the bucket need not be kept.
    mutating func isFull(now: UInt64) -> Bool {
        refill(now)
        return marks >= Double(capacity)
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
