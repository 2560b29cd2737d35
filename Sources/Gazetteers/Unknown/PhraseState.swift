import Lexicons

/// A walk through a table of cues.
struct PhraseState {
  let table: PhraseTable<NameCues.Cue>
  private var state = PhraseTable<NameCues.Cue>.root

  init(table: PhraseTable<NameCues.Cue>) { self.table = table }

  /// Goes on by a word; false if no phrase does.
  mutating func step(_ word: Int32) -> Bool {
    guard word >= 0 else { return false }
    state = table.step(state, word)
    return state > 0
  }

  /// What the phrase that ends here says.
  var cue: NameCues.Cue? { table.meanings(state).first }
}
