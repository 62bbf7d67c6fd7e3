import HTTPTypes

/// Why a request is refused before it reaches a route.
enum EarlyRefusal: Equatable {
    case badRequest
    case requestTimeout
    case targetTooLong
    case headerTooLarge
    case expectationFailed

    /// The stable code of the problem.
    var code: String {
        switch self {
        case .badRequest: "badRequest"
        case .requestTimeout: "requestTimeout"
        case .targetTooLong: "targetTooLong"
        case .headerTooLarge: "headerTooLarge"
        case .expectationFailed: "expectationFailed"
        }
    }

    var status: Int {
        switch self {
        case .badRequest: 400
        case .requestTimeout: 408
        case .targetTooLong: 414
        case .headerTooLarge: 431
        case .expectationFailed: 417
        }
    }

    var problem: Problem { Problem(code, status: .init(code: status)) }
}
