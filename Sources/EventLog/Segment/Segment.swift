/// A run of entries that has been sealed: they are never written again but for texts that are erased.
///
/// A segment's entries are the leaves of a perfect subtree. It has three parts, each cut into blocks that a ``Frame``
/// holds: the entries, the fold rows in columns, and the words. A block can be read without any other.
public enum Segment {
    /// How many entries a segment has.
    public static let size: Position = 65_536
}
