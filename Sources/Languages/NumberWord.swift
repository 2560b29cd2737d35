/// What one word says in a number that is written in words.
///
/// Grammars differ in what they put into one word, "duemilatrecento" or "two thousand three hundred"; how words go
/// together to a number is the same for all.
public enum NumberWord: Sendable, Hashable {
  /// A number by itself, "sedici", "twenty", "duemilatrecento".
  case cardinal(Int)
  /// Multiplies the word before: "two hundred".
  case hundred
  /// Multiplies all before since the last of its kind: "thousand", "milioni".
  case magnitude(Int)
  /// "terzo", "third"; in the plural, "terzi", "thirds", only the part of a whole.
  case ordinal(Int, isPlural: Bool)
  /// A part of a whole that is no ordinal number: "mezzo", "half", "quarter".
  case part(Int)
  /// Somebody by age: "trentenne".
  case age(Int)
}
