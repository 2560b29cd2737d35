public import DocumentModel

extension Record {
  /// The brief in Italian; empty if the record has none.
  public var italian: Brief {
    get { briefs["it"] ?? Brief(headline: "", headlineSentences: [], clauses: []) }
    set { briefs["it"] = newValue }
  }

  /// The brief in English; empty if the record has none.
  public var english: Brief {
    get { briefs["en"] ?? Brief(headline: "", headlineSentences: [], clauses: []) }
    set { briefs["en"] = newValue }
  }
}
