/// Integers with the most significant byte first.
enum BigEndian {
    static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
        unsafe withUnsafeBytes(of: number.bigEndian) { unsafe Array($0) }
    }

    static func integer<Number: FixedWidthInteger>(
        _ bytes: some Sequence<UInt8>, as: Number.Type = Number.self
    ) -> Number {
        bytes.reduce(0) { $0 << 8 | Number($1) }
    }
}
