internal import DocumentModel

/// The kinds of things that marks and finds are compared by: those that sets of marked texts agree on.
public enum MentionClass: String, Sendable, CaseIterable {
  case place, person, organization, weapon, operation

  /// The class that a label of marked texts stands for; nil for one that Dispaccio has no names for.
  public init?(label: String) {
    switch label.lowercased() {
    case "place", "loc", "location", "gpe", "country", "city", "facility", "fac", "toponym": self = .place
    case "person", "per", "persona": self = .person
    case "organization", "organisation", "org", "armed_group", "armed_force", "group", "company", "party", "mil":
      self = .organization
    case "weapon", "wea": self = .weapon
    case "operation", "op": self = .operation
    default: return nil
    }
  }

  /// The classes that a find may stand for, its own one first. A country acts, so it may be marked as an organization.
  static func of(_ type: EntityType) -> [MentionClass] {
    switch type {
    case .person: [.person]
    case .organization, .armedGroup, .armedForce: [.organization]
    case .country: [.place, .organization]
    case .place: [.place]
    case .facility: [.place, .organization]
    case .operation: [.operation]
    case .weapon: [.weapon]
    }
  }
}
