import Testing

@testable import MusterDomain

@Suite struct PagedTableTests {
    /// Writes at random places, next to the page boundaries above all, on tables that are copied now and then.
    @Test func `A table behaves like an array, and its copies never change`() {
        var random = SplitMix.seeded(for: "paged table")
        for start in [0, 60, 32_760] {
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
                    table.beginWriting()
                    #expect(table.append(step) == model.count, "seed \(random.seed)")
                    model.append(step)
                case 4..<9 where !model.isEmpty:
                    let place = Self.place(in: model.count, &random)
                    table.beginWriting()
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
        let edges = [0, 63, 64, 32_767, 32_768, count - 1].filter { $0 < count }
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
        for value in 0..<65_545 { table.append(value) }
        let copy = table
        table.beginWriting()
        for index in [0, 63, 64, 65, 32_767, 32_768, 32_769, 65_535, 65_536, 65_544] {
            #expect(table[index] == index)
            table[index] = -1
            #expect(table[index] == -1)
            #expect(copy[index] == index)
        }
        #expect(copy.count == 65_545)
    }

    /// Copies of copies that all go on, and end in any order: none sees what another writes.
    @Test func `A family of copies is written by all its members`() {
        var random = SplitMix.seeded(for: "family of tables")
        var family: [(table: PagedTable<Int>, model: [Int])] = [(PagedTable(), [])]
        for step in 0..<6_000 {
            let member = Int.random(in: family.indices, using: &random)
            switch Int.random(in: 0..<40, using: &random) {
            case 0 where family.count < 6: family.append(family[member])
            case 1 where family.count > 1: family.remove(at: member)
            default:
                family[member].table.beginWriting()
                for write in 0..<Int.random(in: 1..<8, using: &random) {
                    let count = family[member].model.count
                    if write % 2 == 0 || count == 0 {
                        family[member].table.append(step)
                        family[member].model.append(step)
                    } else {
                        let place = Int.random(in: 0..<count, using: &random)
                        family[member].table[place] = -step
                        family[member].model[place] = -step
                    }
                }
            }
            guard step % 100 == 0 else { continue }
            for (table, model) in family { #expect(Self.content(table) == model, "seed \(random.seed)") }
        }
    }

    /// Every copy is written in a task of its own while the others are.
    @Test func `Copies are written side by side`() async {
        var table = PagedTable<Int>()
        for value in 0..<5_000 { table.append(value) }
        let original = table
        await withTaskGroup { group in
            for number in 1...8 {
                group.addTask {
                    var copy = original
                    for round in 1...20 {
                        copy.beginWriting()
                        for index in stride(from: number, to: 5_000, by: 7) { copy[index] = number * round }
                        let kept = copy
                        copy.beginWriting()
                        copy.append(round)
                        #expect(kept.count == 4_999 + round)
                    }
                    for index in 0..<5_000 {
                        let isWritten = index >= number && (index - number) % 7 == 0
                        #expect(copy[index] == (isWritten ? number * 20 : index))
                    }
                }
            }
        }
        #expect(Self.content(original) == Array(0..<5_000))
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
