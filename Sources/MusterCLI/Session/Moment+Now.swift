import MusterDomain
import MusterEngine
import MusterText

extension Moment {
    /// The moment by the machine's clock.
    static var now: Moment { Moment(milliseconds: Environment.live.now().milliseconds) }
}
