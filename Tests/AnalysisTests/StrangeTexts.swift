/// Makes texts that no report is like: clauses of reports joined where no writer would join them. One seed, one row of
/// texts.
struct StrangeTexts: IteratorProtocol {
  private var random: SplitMix
  private let clauses: [String]
  private let joints: [String]

  init(seed: UInt64, italian: Bool) {
    random = SplitMix(state: seed)
    clauses = italian ? Self.italianClauses : Self.englishClauses
    joints = italian ? Self.italianJoints : Self.englishJoints
  }

  /// The next text; there is always one.
  mutating func next() -> String? {
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1, 2: return joined(Int.random(in: 2...6, using: &random)) + "."
    case 3: return headline()
    case 4:
      // One clause tied to itself.
      let clause = clause()
      return Array(repeating: clause, count: Int.random(in: 2...5, using: &random)).joined(separator: joint())
    case 5:
      // A headline of the same words as what it stands over.
      let text = joined(2)
      return text.split(separator: " ").shuffled(using: &random).joined(separator: " ") + ": " + text
    case 6:
      let text = Array(joined(3))
      let cut = Int.random(in: 0..<text.count, using: &random)
      return String(text[cut...]) + joint() + String(text[..<cut])
    default:
      return (0..<Int.random(in: 1...4, using: &random)).map { _ in joined(2).capitalizedFirst + "." }
        .joined(separator: Bool.random(using: &random) ? " " : "\n\n")
    }
  }

  private mutating func headline() -> String {
    joined(1).capitalizedFirst + ": " + joined(2) + "\n\n" + joined(2).capitalizedFirst + "."
  }

  private mutating func joined(_ count: Int) -> String {
    var text = clause()
    for _ in 1..<max(2, count) { text += joint() + clause() }
    return text
  }

  private mutating func clause() -> String { clauses[Int.random(in: clauses.indices, using: &random)] }

  private mutating func joint() -> String { joints[Int.random(in: joints.indices, using: &random)] }

  private static let italianClauses = [
    "l'esercito ha attaccato la base di Gao", "dodici soldati sono stati uccisi", "un'autobomba a Mogadiscio",
    "le vittime dell'attacco", "secondo la polizia i morti sono almeno nove", "per rompere l'assedio di Timbuctu",
    "scontri tra miliziani a Kidal", "l'incidente ferroviario in Perù", "una donna dispersa", "nessun ferito",
    "è la risposta all'operazione", "al-Shabaab ha rivendicato l'attacco", "il raid russo su Kharkiv",
    "i ribelli che avevano tentato la fuga", "il governo ha smentito l'attentato", "decine di sfollati",
    "la strage di Solhan", "il bombardamento del mercato di El Fasher", "tre operai rapiti nei pressi di Gao",
    "si è fatto esplodere davanti all'hotel", "13 maggio 2026", "ieri sera", "GAO (Mali)", "Mario Zorglubbi",
  ]
  private static let englishClauses = [
    "the army attacked the base in Gao", "twelve soldiers were killed", "a car bomb in Mogadishu",
    "the victims of the attack", "police said at least nine people died", "to break the siege of Timbuktu",
    "clashes between militants in Kidal", "Peru train crash", "one woman missing", "no casualties were reported",
    "in response to the operation", "al-Shabaab claimed the attack", "the Russian raid on Kharkiv",
    "rebels who had tried to escape", "the government denied the bombing", "dozens of displaced people",
    "the Solhan massacre", "the shelling of El Fasher's market", "three workers abducted near Gao",
    "mountain train crash", "blew himself up outside the hotel", "May 13, 2026", "yesterday", "GAO, Mali",
    "Marius Zorglub", "the army's siege of the rebels' siege",
  ]
  private static let italianJoints = [
    ", ", " e ", ": ", " – ", "; ", " dopo ", " che ", " in ", " di ", " (", ") ", " «", "» ", " per ", " contro ",
    " della ", " durante ", " da ", " mentre ", " ha ucciso ", " ha detto ", " ", " in risposta a ", " dopo che ",
    ", tra cui ", "... ", "\n",
  ]
  private static let englishJoints = [
    ", ", " and ", ": ", " – ", "; ", " after ", " who ", " in ", " of ", " (", ") ", " “", "” ", " to ", " against ",
    " of the ", " during ", " by ", " while ", " killed ", " said ", " ", "'s ", " following ", " ahead of ",
    ", including ", "... ", "\n",
  ]
}

/// A small generator of random numbers that gives the same row for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
