import Testing

@testable import MusterDomain

@Suite struct SortedPagesTests {
    @Test func `Whatever comes and goes, the values stand in order and copies keep theirs`() {
        var random = SplitMix.seeded(for: "sorted pages")
        var pages = SortedPages<Int>()
        var model: Set<Int> = []
        var copy = (pages: pages, values: [Int]())
        for round in 0..<20_000 {
            // It grows, shrinks to nothing, and grows again.
            let grows = (round / 4_000).isMultiple(of: 2)
            let value = Int.random(in: 0..<5_000, using: &random)
            if Int.random(in: 0..<10, using: &random) < (grows ? 8 : 1) {
                if model.insert(value).inserted { pages.insert(value) }
            } else if let value = model.contains(value) ? value : model.first {
                model.remove(value)
                pages.remove(value)
            }
            guard round.isMultiple(of: 500) else { continue }
            #expect(pages.values == model.sorted(), "seed \(random.seed)")
            #expect(copy.pages.values == copy.values, "seed \(random.seed)")
            copy = (pages, model.sorted())
        }
        for value in model { pages.remove(value) }
        #expect(pages.values.isEmpty)
    }

    @Test(arguments: [0, 1, 127, 128, 129, 256, 257, 1_000])
    func `Many values at once stand in order`(count: Int) {
        let values = (0..<count).map { $0 * 7_919 % 100_003 }
        var pages = SortedPages(values)
        #expect(pages.values == values.sorted())
        pages.insert(-1)
        pages.insert(1_000_000)
        #expect(pages.values == [-1] + values.sorted() + [1_000_000])
    }
}
