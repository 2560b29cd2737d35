import Analysis

/// Which documents of a corpus were taken, and which could not be analysed.
struct RollCall {
  private var documents = 0
  private var unread: [String] = []

  /// Takes the documents one by one; what `body` throws is noted, and the next one taken.
  mutating func call(_ corpus: GoldCorpus, _ body: (GoldCorpus.Text) throws(AnalysisError) -> Void) {
    for text in corpus.texts {
      documents += 1
      do throws(AnalysisError) {
        try body(text)
      } catch {
        unread.append("\(text.id): \(error.message)")
      }
    }
  }

  /// The head of a report.
  var lines: [String] { ["documents \(documents), not analysed \(unread.count)"] + unread.prefix(10).map { "  \($0)" } }
}
