import Foundation

extension Error {
    /// Why a file could not be had, without the library's preface and its full stop: sentences bring their own.
    package var fileReason: String {
        let preface = "The operation could not be completed. "
        var text = localizedDescription
        if text.hasPrefix(preface) { text.removeFirst(preface.count) }
        while text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
