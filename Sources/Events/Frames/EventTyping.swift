/// Gives a frame its type and subtype: the concept's own, changed by who acts and with what.
struct EventTyping {
  let lexicon: EventLexicon
  let classes: PhraseClass

  private static let modes: [String: String] = [
    "drone": "air_drone_strike", "air": "air_drone_strike", "aircraft": "air_drone_strike",
    "missile": "shelling_artillery_missile", "rocket": "shelling_artillery_missile",
    "artillery": "shelling_artillery_missile", "mine": "remote_explosive_landmine_ied",
    "bomb": "remote_explosive_landmine_ied", "carbomb": "remote_explosive_landmine_ied", "suicide": "suicide_bomb",
    "grenade": "grenade", "chemical": "chemical_weapon",
  ]
  private static let explosive: Set<String> = [
    "attack", "strike", "explosion", "bombing", "airstrike", "kill", "raid", "shelling", "missile_strike",
    "weapon_launch", "wound",
  ]

  func type(of frame: Frame) -> (type: String, subtype: String) {
    let concept = lexicon.concepts[frame.concept]
    if Self.explosive.contains(concept.id),
      let subtype = frame.instruments.lazy.compactMap({ classes.mode($0) }).compactMap({ Self.modes[$0] }).first
    {
      return ("explosions_remote_violence", subtype)
    }
    if let actor = frame.actors.first {
      if !concept.ifState.isEmpty, classes.isState(actor) { return (concept.type, concept.ifState) }
      if !concept.ifNonState.isEmpty, classes.isNonState(actor) { return (concept.type, concept.ifNonState) }
    }
    // An attack on people who bear no arms is violence against civilians.
    if concept.id == "attack" || concept.id == "raid" || concept.id == "ambush" || concept.id == "open_fire",
      !frame.targets.isEmpty, frame.targets.allSatisfy({ classes.isCivilian($0) })
    {
      return ("violence_against_civilians", "attack")
    }
    // A search by the police is no battle.
    if concept.id == "raid", let actor = frame.actors.first, classes.isPolice(actor),
      !frame.targets.contains(where: { classes.isArmed($0) })
    {
      return ("strategic_developments", "other")
    }
    // Who strikes with nothing named need not have done it from the air.
    if concept.id == "strike", !frame.isNominal, let actor = frame.actors.first, !classes.isState(actor) {
      return (concept.type, "")
    }
    // Armed people who shoot at each other fight.
    if concept.id == "shooting", !frame.actors.isEmpty,
      (frame.actors + frame.targets).allSatisfy({ classes.isArmed($0) })
    {
      return ("battles", "armed_clash")
    }
    return (concept.type, concept.subtype)
  }
}
