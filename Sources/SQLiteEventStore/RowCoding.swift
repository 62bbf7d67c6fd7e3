internal import FoldRow

/// Fold rows as the file keeps them: 80 bytes each, little-endian, at the offsets of `docs/file-format.md`.
enum RowCoding {
    static let bytesPerRow = 80

    static func encode(_ rows: [FoldRow]) -> [UInt8] {
        var data = [UInt8](repeating: 0, count: rows.count * bytesPerRow)
        unsafe data.withUnsafeMutableBytes { (buffer: UnsafeMutableRawBufferPointer) in
            var at = 0
            func put<Value: FixedWidthInteger & BitwiseCopyable>(_ value: Value, _ offset: Int) {
                unsafe buffer.storeBytes(of: value.littleEndian, toByteOffset: at + offset, as: Value.self)
            }
            for row in rows {
                put(row.kind, 0)
                put(row.stream, 4)
                put(row.revision, 8)
                put(row.actor, 12)
                put(row.unit, 16)
                put(row.person, 20)
                put(row.item, 24)
                put(row.code, 28)
                put(row.time, 32)
                put(row.recorded, 40)
                put(row.claimed, 48)
                put(row.a, 56)
                put(row.b, 64)
                put(row.c, 72)
                at += bytesPerRow
            }
        }
        return data
    }

    /// The row at `index` of a blob that has been found to be long enough; nil if its reserved bytes are not zero.
    @inline(__always)
    static func decode(_ blob: UnsafeRawBufferPointer, at index: Int) -> FoldRow? {
        let at = index * bytesPerRow
        func get<Value: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: Value.Type) -> Value {
            Value(littleEndian: unsafe blob.loadUnaligned(fromByteOffset: at + offset, as: type))
        }
        guard get(2, as: UInt16.self) == 0 else { return nil }
        var row = FoldRow(
            kind: get(0, as: UInt16.self),
            stream: get(4, as: UInt32.self),
            revision: get(8, as: UInt32.self),
            time: get(32, as: Int64.self),
            recorded: get(40, as: Int64.self)
        )
        row.actor = get(12, as: UInt32.self)
        row.unit = get(16, as: UInt32.self)
        row.person = get(20, as: UInt32.self)
        row.item = get(24, as: UInt32.self)
        row.code = get(28, as: UInt32.self)
        row.claimed = get(48, as: Int64.self)
        row.a = get(56, as: Int64.self)
        row.b = get(64, as: Int64.self)
        row.c = get(72, as: Int64.self)
        return row
    }
}
