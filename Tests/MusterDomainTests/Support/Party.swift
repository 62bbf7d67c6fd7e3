@testable import MusterDomain

/// The units of the test district.
///
/// Each has one officer: the post and the person have the unit's own number.
enum Party: UInt32, CaseIterable, Sendable {
    /// 区指挥中心.
    case centre = 1
    /// 大雁塔街道, which blows the whistles.
    case street
    /// 金裕社区, a community of the street.
    case community
    /// 住建局, called as lead.
    case housing
    /// 资规局, called as support.
    case resources
    /// 城管局.
    case urban
    /// 公安雁塔分局.
    case police
    /// 综合执法队, a dispatched agency that belongs to the street.
    case squad
    /// 小寨街道.
    case otherStreet
    /// 翠华社区, a community of the other street.
    case otherCommunity

    /// The post of the street's chief (主要负责同志).
    static let streetChief = PostID(rawValue: 11)
    /// A chief's post at the centre.
    static let centreChief = PostID(rawValue: 12)
    /// A chief's post at the other street.
    static let otherChief = PostID(rawValue: 13)

    var unit: UnitID { UnitID(rawValue: rawValue) }
    var actor: Actor { Actor(unit: unit, post: PostID(rawValue: rawValue), person: PersonID(rawValue: rawValue)) }

    /// The reference of the unit's officer.
    var person: String { "S\(rawValue)" }

    var kind: UnitKind {
        switch self {
        case .centre: .centre
        case .street, .otherStreet: .street
        case .community, .otherCommunity: .community
        case .housing, .resources, .urban, .police: .department
        case .squad: .dispatchedAgency
        }
    }

    var parent: Party? {
        switch self {
        case .community, .squad: .street
        case .otherCommunity: .otherStreet
        default: nil
        }
    }

    var shortName: String {
        switch self {
        case .centre: "区指挥中心"
        case .street: "大雁塔街道"
        case .community: "金裕社区"
        case .housing: "住建局"
        case .resources: "资规局"
        case .urban: "城管局"
        case .police: "公安分局"
        case .squad: "执法队"
        case .otherStreet: "小寨街道"
        case .otherCommunity: "翠华社区"
        }
    }

    var fullName: String { "西安市雁塔区\(shortName)" }
}
