/// One value for each of some languages, in a fixed order, by the language's code.
///
/// A handful of languages at most, so it is searched from the front.
public struct ByLanguage<Value> {
  /// One language with its value.
  public struct Entry {
    /// The code of the language, such as `it`.
    public let code: String
    /// What belongs to it.
    public var value: Value
  }

  /// The languages with their values, in order.
  public private(set) var entries: [Entry]

  /// Makes a map; of a language that comes twice the first value counts.
  public init(_ values: [(code: String, value: Value)] = []) {
    entries = []
    for (code, value) in values where self[code] == nil { entries.append(Entry(code: code, value: value)) }
  }

  /// The value of a language; setting one that is new puts it behind the others.
  public subscript(code: String) -> Value? {
    @inlinable get {
      for entry in entries where entry.code == code { return entry.value }
      return nil
    }
    set {
      guard let position = entries.firstIndex(where: { $0.code == code }) else {
        if let newValue { entries.append(Entry(code: code, value: newValue)) }
        return
      }
      if let newValue { entries[position].value = newValue } else { entries.remove(at: position) }
    }
  }

  /// The codes, in order.
  @inlinable public var codes: [String] { entries.map(\.code) }
  /// The values, in the order of their languages.
  @inlinable public var values: [Value] { entries.map(\.value) }
}

extension ByLanguage: ExpressibleByDictionaryLiteral {
  /// Makes a map in the order written.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements.map { (code: $0.0, value: $0.1) })
  }
}

extension ByLanguage.Entry: Sendable where Value: Sendable {}
extension ByLanguage: Sendable where Value: Sendable {}
extension ByLanguage.Entry: Equatable where Value: Equatable {}
extension ByLanguage: Equatable where Value: Equatable {}
extension ByLanguage.Entry: Hashable where Value: Hashable {}
extension ByLanguage: Hashable where Value: Hashable {}
