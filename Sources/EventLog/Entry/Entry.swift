/// What holds for every entry, whatever it says.
public enum Entry {
    /// The most bytes that an entry may have, so that it fits an entry bundle of C2SP tlog-tiles v0.1.0.
    public static let maximumBytes = 65_535
}
