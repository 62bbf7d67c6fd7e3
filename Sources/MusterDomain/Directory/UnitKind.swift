/// What a unit is. 街道、社区、委办局、派出机构、区指挥中心.
public enum UnitKind: UInt8, Code {
    /// A street office (街道办事处) or a town: may blow the whistle.
    case street
    /// A residents' committee (社区居委会).
    case community
    /// A department of the district (委办局).
    case department
    /// An agency that a higher department sends out (派出机构).
    case dispatchedAgency
    /// The district's command centre (区指挥中心): dispatches, arbitrates, follows up, closes.
    case centre
}
