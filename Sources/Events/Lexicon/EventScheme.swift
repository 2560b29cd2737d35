/// The event types and subtypes that a record may hold: ACLED's six and twenty-five, and three for what surrounds them.
public enum EventScheme {
  /// The types, in the order of the scheme.
  public static let types = [
    "battles", "explosions_remote_violence", "violence_against_civilians", "protests", "riots",
    "strategic_developments", "diplomacy", "crime", "disaster_accident",
  ]

  private static let subtypes: [String: Set<String>] = [
    "battles": ["armed_clash", "government_regains_territory", "non_state_actor_overtakes_territory"],
    "explosions_remote_violence": [
      "chemical_weapon", "air_drone_strike", "suicide_bomb", "shelling_artillery_missile",
      "remote_explosive_landmine_ied", "grenade",
    ],
    "violence_against_civilians": ["sexual_violence", "attack", "abduction_forced_disappearance"],
    "protests": ["peaceful_protest", "protest_with_intervention", "excessive_force_against_protesters"],
    "riots": ["violent_demonstration", "mob_violence"],
    "strategic_developments": [
      "agreement", "arrests", "change_to_group_activity", "disrupted_weapons_use",
      "headquarters_or_base_established", "looting_property_destruction", "non_violent_transfer_of_territory", "other",
    ],
    "diplomacy": [], "crime": [], "disaster_accident": [],
  ]

  /// Whether a type and a subtype, which may be empty, belong together.
  public static func isKnown(type: String, subtype: String) -> Bool {
    guard let known = subtypes[type] else { return false }
    return subtype.isEmpty || known.contains(subtype)
  }
}
