import Testing

@testable import MusterDomain

@Suite struct PagedTableTests {
    /// Writes at random places, next to the page boundaries above all, on tables that are copied now and then.
    @Test func `A table behaves like an array, and its copies never change`() {
        var random = SplitMix.seeded(for: "paged table")
        for start in [0, 250, 65_530] {
            var table = PagedTable<Int>()
            var model: [Int] = []
            for value in 0..<start {
                table.append(value)
                model.append(value)
            }
            var copies: [(PagedTable<Int>, [Int])] = []
            for step in 0..<400 {
                switch Int.random(in: 0..<10, using: &random) {
                case 0..<4:
                    #expect(table.append(step) == model.count, "seed \(random.seed)")
                    model.append(step)
                case 4..<9 where !model.isEmpty:
                    let place = Self.place(in: model.count, &random)
                    table[place] += step
                    model[place] += step
                default:
                    copies.append((table, model))
                    if copies.count > 4 { copies.removeFirst() }
                }
            }
            copies.append((table, model))
            for (copy, expected) in copies {
                #expect(copy.count == expected.count, "seed \(random.seed)")
                #expect(Self.content(copy) == expected, "seed \(random.seed), start \(start)")
            }
        }
    }

    private static func place(in count: Int, _ random: inout SplitMix) -> Int {
        let edges = [0, 255, 256, 65_535, 65_536, count - 1].filter { $0 < count }
        return Bool.random(using: &random)
            ? edges.randomElement(using: &random) ?? 0 : Int.random(in: 0..<count, using: &random)
    }

    private static func content(_ table: PagedTable<Int>) -> [Int] {
        var rows: [Int] = []
        table.forEach { index, row in
            #expect(index == rows.count)
            rows.append(row)
        }
        return rows
    }

    @Test func `Rows are found on both sides of every boundary of pages`() {
        var table = PagedTable<Int>()
        for value in 0..<131_080 { table.append(value) }
        let copy = table
        for index in [0, 255, 256, 257, 65_535, 65_536, 65_537, 131_071, 131_072, 131_079] {
            #expect(table[index] == index)
            table[index] = -1
            #expect(table[index] == -1)
            #expect(copy[index] == index)
        }
        #expect(copy.count == 131_080)
    }

    @Test func `An identifier stands for a row if its number does`() {
        var table = PagedTable<Int>()
        #expect(!table.contains(UnitID(rawValue: 1)))
        table.append(7)
        #expect(table.contains(UnitID(rawValue: 1)))
        #expect(table[UnitID(rawValue: 1)] == 7)
        #expect(!table.contains(UnitID.none))
        #expect(!table.contains(UnitID(rawValue: 2)))
        #expect(!table.contains(UnitID(rawValue: .max)))
    }
}
