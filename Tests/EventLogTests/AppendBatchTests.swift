import EventLog
import FoldRow
import Testing

struct AppendBatchTests {
    @Test func `a batch counts the entries of all its commands`() {
        let entry = NewEntry(bytes: [1], words: [], row: FoldRow(kind: 1, stream: 0, revision: 1, time: 0, recorded: 0))
        let commands = [1, 3, 2].map { CommandRecord(id: "c", digest: [], entries: Array(repeating: entry, count: $0)) }
        #expect(AppendBatch(expectedSize: 0, commands: commands).entryCount == 6)
        #expect(AppendBatch(expectedSize: 0).entryCount == 0)
    }

    @Test func `streams are numbered from 0 and everything else from 1`() {
        #expect(NameSpace.stream.firstNumber == 0)
        #expect(NameSpace(rawValue: 1).firstNumber == 1)
        #expect(NameSpace(rawValue: 255).firstNumber == 1)
    }
}
