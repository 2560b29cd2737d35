/// The entries of the Security Council's list: `INDIVIDUAL` and `ENTITY` elements.
struct UnitedNationsList: SanctionsList {
  private let file: XMLFile
  private let countries: CountryCodes

  init(_ file: XMLFile, _ countries: CountryCodes) {
    self.file = file
    self.countries = countries
  }

  mutating func next() throws(ImportError) -> ListedEntity? {
    while let event = try file.next() {
      if case .start(let name) = event, name == "INDIVIDUAL" || name == "ENTITY" {
        return try entity(isPerson: name == "INDIVIDUAL")
      }
    }
    return nil
  }

  private func entity(isPerson: Bool) throws(ImportError) -> ListedEntity {
    var entity = ListedEntity(id: "", isPerson: isPerson)
    var names = [String](repeating: "", count: 4)
    var quality = ""
    var alias = ""
    var path: [String] = []
    while let event = try file.next() {
      switch event {
      case .start(let name): path.append(name)
      case .text(let text):
        let text = text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
        switch path.last {
        case "DATAID": entity.id = "un-\(text)"
        case "FIRST_NAME": names[0] += text
        case "SECOND_NAME": names[1] += text
        case "THIRD_NAME": names[2] += text
        case "FOURTH_NAME": names[3] += text
        case "NAME_ORIGINAL_SCRIPT": entity.spellings.append(text)
        case "QUALITY": quality = text
        case "ALIAS_NAME": alias += text
        case "VALUE" where path.dropLast().last == "NATIONALITY":
          if let code = try countries.code(of: text) { entity.countries.append(code) }
        default: break
        }
      case .end(let name):
        guard !path.isEmpty else {
          entity.names = [names.filter { !$0.isEmpty }.joined(separator: " ")]
          return entity
        }
        path.removeLast()
        if name == "INDIVIDUAL_ALIAS" || name == "ENTITY_ALIAS" {
          // Weak ones are shared by many.
          if quality != "Low" { entity.spellings += alias.split(separator: ";").map { String($0) } }
          quality = ""
          alias = ""
        }
      }
    }
    return entity
  }
}
