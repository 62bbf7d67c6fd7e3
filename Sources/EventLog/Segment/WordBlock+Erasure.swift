extension WordBlock {
    /// The content of the block without some of its texts; nil if it has none of them.
    public func content(without texts: Set<TextPlace>) throws(BlockError) -> [UInt8]? {
        var builder = Builder(first: first)
        var isChanged = false
        for position in positions {
            let all = try words(of: position)
            let kept = all.filter { !texts.contains(TextPlace(position: position, field: $0.field)) }
            if kept.count < all.count { isChanged = true }
            builder.addAnyhow(kept)
        }
        return isChanged ? builder.content() : nil
    }
}
