/// A stored block that is not what was stored: its bytes have changed, or were never a block.
public struct BlockError: Error, Equatable, Sendable {
    /// What is wrong with it, in English, for the person who mends the file.
    public var what: String

    /// An error by what is wrong.
    public init(_ what: String) { self.what = what }
}
