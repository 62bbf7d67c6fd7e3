import Foundation
import MusterAPI
import MusterEngine

/// Where a page of a list begins: behind an item, by the key that the list is sorted by.
///
/// It names the key and not a place, so items that are added or taken away in front of it shift nothing. It is opaque
/// to callers: base64url (RFC 4648 §5, unpadded) over the list's name with its version and the parts of the key.
struct Cursor: Equatable {
    /// The list, with a number that changes when its key does.
    var list: String
    /// The key of the item behind which the page begins.
    var key: [String]
    /// Which past the list shows, so that every page shows the same.
    var bound: ReplayBound

    init(_ list: String, _ key: [String], of bound: ReplayBound = .end) {
        self.list = list
        self.key = key
        self.bound = bound
    }

    /// The cursor that a caller hands back; nil for the first page.
    init?(_ page: PageQuery, of list: String, parts: Int) throws(Failure) {
        guard let text = page.cursor else { return nil }
        let padded = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let known = Data(base64Encoded: padded + padding).flatMap { String(data: $0, encoding: .utf8) }
        let words = known?.split(separator: " ", omittingEmptySubsequences: false).map(String.init) ?? []
        let head = (words.first ?? "").split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let bound = head.count == 2 ? ReplayBound(cursor: head[1]) : .end
        self.init(list, Array(words.dropFirst()), of: bound ?? .end)
        // Every place has one spelling, and another list's cursor is none of this one.
        guard key.count == parts, self.text == text else {
            throw Failure("badCursor", status: .usage, ["text": text], member: "cursor")
        }
    }

    /// That it is no cursor of the list that is asked for.
    var refused: Failure { Failure("badCursor", status: .usage, ["text": text], member: "cursor") }

    /// As it is given out.
    var text: String {
        Data(([list + (bound.text.map { "@\($0)" } ?? "")] + key).joined(separator: " ").utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// A part of the key that is a number.
    func number(_ part: Int) throws(Failure) -> Int64 {
        guard let number = Int64(key[part]), String(number) == key[part] else {
            throw Failure("badCursor", status: .usage, ["text": text], member: "cursor")
        }
        return number
    }
}

extension LocalDistrict {
    /// A page of things that are numbered in the order of the list, the first with number 1.
    func page<Item>(
        _ page: PageQuery, of list: String, _ numbers: [Int], _ item: (Int) -> Item
    ) throws(Failure) -> Page<Item> {
        let limit = try limit(page)
        let cursor = try Cursor(page, of: list, parts: 1)
        let after = try cursor?.number(0) ?? 0
        let rest = numbers.drop { $0 <= after }
        let shown = rest.prefix(limit)
        let next = rest.count > shown.count ? shown.last.map { Cursor(list, ["\($0)"]).text } : nil
        return Page(items: shown.map(item), nextCursor: next, count: numbers.count)
    }
}
