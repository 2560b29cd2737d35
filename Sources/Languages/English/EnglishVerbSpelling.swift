/// How English verbs are spelled with `-s`, `-ed` and `-ing`, and which ones are irregular.
enum EnglishVerbSpelling {
  static func thirdPerson(of verb: String) -> String {
    switch verb {
    case "be": return "is"
    case "have": return "has"
    default: break
    }
    let endings = ["s", "x", "z", "ch", "sh"]
    if endings.contains(where: verb.hasSuffix) { return verb + "es" }
    if let before = verb.dropLast().last, !isVowel(before) {
      if verb.hasSuffix("y") { return verb.dropLast() + "ies" }
      if verb.hasSuffix("o") { return verb + "es" }
    }
    return verb + "s"
  }

  /// Past and participle of a regular verb, variants behind.
  static func pasts(of verb: String) -> [String] {
    if verb.hasSuffix("e") { return [verb + "d"] }
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !isVowel(before) { return [verb.dropLast() + "ied"] }
    return stems(of: verb).map { $0 + "ed" }
  }

  /// The -ing form, variants behind.
  static func gerunds(of verb: String) -> [String] {
    if verb == "be" { return ["being"] }
    if verb.hasSuffix("ie") { return [verb.dropLast(2) + "ying"] }
    let keepsE = ["ee", "oe", "ye", "inge"].contains(where: verb.hasSuffix)
    // *Singe* and *binge* keep their e; *infringe*, *fringe* and other longer ones drop it.
    if verb.hasSuffix("e"), !keepsE || verb.hasSuffix("inge") && verb.count > 5 { return [verb.dropLast() + "ing"] }
    return stems(of: verb).map { $0 + "ing" }
  }

  /// The stem before `-ed` and `-ing`, with its last letter doubled where that is due.
  private static func stems(of verb: String) -> [String] {
    guard let last = verb.last else { return [verb] }
    if verb.hasSuffix("ic") { return [verb + "k"] }
    if doubles(verb) { return [verb + String(last)] }
    if last == "l", endsInSingleVowelAndConsonant(verb) { return [verb, verb + "l"] }
    return [verb]
  }

  private static func doubles(_ verb: String) -> Bool {
    if doublingVerbs.contains(verb) { return true }
    // Of a hyphenated verb only the last part counts: *car-jam*.
    let part = verb.split(separator: "-").last.map(String.init) ?? verb
    return vowelGroups(part) == 1 && endsInSingleVowelAndConsonant(part)
  }

  private static func endsInSingleVowelAndConsonant(_ verb: String) -> Bool {
    let letters = Array(verb)
    guard letters.count >= 2, let last = letters.last, !isVowel(last), !["w", "x", "y"].contains(last) else {
      return false
    }
    guard isVowel(letters[letters.count - 2]) else { return false }
    guard letters.count >= 3 else { return true }
    let before = letters[letters.count - 3]
    if before == "u", letters.count >= 4, letters[letters.count - 4] == "q" { return true }
    return !isVowel(before)
  }

  private static func vowelGroups(_ verb: String) -> Int {
    var groups = 0
    var wasVowel = false
    var previous: Character = " "
    for letter in verb {
      let counts = isVowel(letter) && !(letter == "u" && previous == "q")
      if counts, !wasVowel { groups += 1 }
      wasVowel = counts
      previous = letter
    }
    return groups
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

  private static let doublingVerbs: Set<String> = [
    "commit", "admit", "permit", "submit", "transmit", "omit", "emit", "remit", "refer", "occur", "prefer", "confer",
    "infer", "deter", "defer", "transfer", "incur", "recur", "concur", "control", "patrol", "rebel", "expel", "repel",
    "compel", "propel", "dispel", "abet", "equip", "regret", "kidnap", "handicap", "begin", "forget", "upset", "offset",
    "beset", "outrun", "overrun", "outgun", "unwrap", "entrap", "airdrop", "backstab", "acquit", "allot",
    "recap", "rerun", "unplug", "zigzag", "format", "worship", "input", "outfit",
  ]

  // MARK: - Irregular verbs

  /// Past and participle of an irregular verb or a compound of one, variants behind; nil for a regular verb.
  static func irregularPast(of verb: String) -> (past: [String], participle: [String])? {
    if verb == "relay" { return nil }
    for prefix in [""] + prefixes where verb.hasPrefix(prefix) {
      guard let forms = irregular[String(verb.dropFirst(prefix.count))] else { continue }
      return (forms.past.map { prefix + $0 }, forms.participle.map { prefix + $0 })
    }
    return nil
  }

  private static let prefixes = ["re", "over", "under", "with", "out", "fore", "mis", "un", "up", "broad", "inter"]

  private static let irregular: [String: (past: [String], participle: [String])] = {
    var result: [String: (past: [String], participle: [String])] = [:]
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
      result[cells[0][0]] = (cells[1], cells.count > 2 ? cells[2] : cells[1])
    }
    return result
  }()

  private static let table = """
    arise arose arisen
    be was been
    bear bore borne
    beat beat beaten
    become became become
    begin began begun
    befall befell befallen
    behold beheld
    bend bent
    bet bet
    bid bid
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    bring brought
    build built
    burst burst
    buy bought
    cast cast
    catch caught
    choose chose chosen
    cling clung
    come came come
    cost cost
    creep crept
    cut cut
    deal dealt
    dig dug
    do did done
    draw drew drawn
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fling flung
    fly flew flown
    forbid forbade/forbad forbidden
    forget forgot forgotten
    forgive forgave forgiven
    freeze froze frozen
    get got got/gotten
    give gave given
    go went gone
    grind ground
    grow grew grown
    hang hanged/hung
    have had
    hear heard
    hide hid hidden
    hit hit
    hold held
    hurt hurt
    keep kept
    know knew known
    lay laid
    lead led
    leave left
    lend lent
    let let
    lie lay/lied lain/lied
    light lit
    lose lost
    make made
    mean meant
    meet met
    partake partook partaken
    pay paid
    put put
    quit quit
    read read
    rid rid
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran run
    say said
    see saw seen
    seek sought
    sell sold
    send sent
    set set
    shake shook shaken
    shed shed
    shoot shot
    show showed shown
    shrink shrank shrunk
    shut shut
    shine shone
    sing sang sung
    sink sank sunk
    sit sat
    slay slew slain
    sleep slept
    speak spoke spoken
    spend spent
    spit spat
    spin spun
    split split
    spread spread
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    sting stung
    strike struck
    strive strove striven
    sweep swept
    swear swore sworn
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    thrust thrust
    understand understood
    wear wore worn
    weep wept
    win won
    wind wound
    withstand withstood
    write wrote written
    """
}
