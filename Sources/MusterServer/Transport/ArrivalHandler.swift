import NIOCore

/// In front of the decoder: notices when a request begins, and counts a header that does not end.
final class ArrivalHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let guardian: ConnectionGuard

    init(_ guardian: ConnectionGuard) { self.guardian = guardian }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // After the last answer the client's bytes are read and thrown away, so that the answer reaches it.
        guard !guardian.phase.isClosing else { return }
        let count = unwrapInboundIn(data).readableBytes
        guardian.phase.bytesArrived(now: guardian.now)
        context.fireChannelRead(data)
        if guardian.phase.bytesDecoded(count) {
            guardian.refuse(.headerTooLarge)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        context.fireChannelReadComplete()
        guardian.keepTime()
    }
}
