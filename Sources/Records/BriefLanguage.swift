/// The two languages that briefs are written in.
public enum BriefLanguage: String, Sendable, Hashable, CaseIterable {
  case italian = "it"
  case english = "en"
}
