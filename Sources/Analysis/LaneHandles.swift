import ICU
import LanguageIdentification
public import Rulesets

/// The handles of one lane: sentence breakers and whatever else may not be shared.
///
/// One for each lane; it may not be copied and belongs to no other thread.
public struct LaneHandles: ~Copyable {
  var breaker: SentenceBreaker
  /// What was guessed of words met before.
  var guesses = LanguageGuesses()

  /// Opens the handles.
  public init(ruleset: Ruleset) throws(AnalysisError) {
    try AnalysisStep.check(AnalysisStep.allCases)
    do throws(ICUError) {
      // ICU's rules for sentences are the same for all the languages read here.
      breaker = try SentenceBreaker(locale: "it")
    } catch {
      throw AnalysisError(step: .split, errorClass: "internal", message: error.description, remedy: error.remedy)
    }
  }
}
