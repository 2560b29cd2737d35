/// The entries of the Union's list: `sanctionEntity` elements with a `nameAlias` for each spelling.
struct EuropeanUnionList: SanctionsList {
  private let file: XMLFile

  init(_ file: XMLFile) {
    self.file = file
  }

  mutating func next() throws(ImportError) -> ListedEntity? {
    while let event = try file.next() {
      if case .start("sanctionEntity") = event {
        return try entity(id: file.attribute("logicalId").map { "eu-\($0)" } ?? "")
      }
    }
    return nil
  }

  private func entity(id: String) throws(ImportError) -> ListedEntity {
    var entity = ListedEntity(id: id, isPerson: false)
    while let event = try file.next() {
      switch event {
      case .start("subjectType"):
        entity.isPerson = file.attribute("code") == "person" || file.attribute("classificationCode") == "P"
      case .start("nameAlias"):
        guard let name = file.attribute("wholeName"), !name.isEmpty else { continue }
        // English spellings name the entry; weak ones are shared by many.
        let language = file.attribute("nameLanguage") ?? ""
        if file.attribute("strong") != "false" {
          if language.isEmpty || language.lowercased() == "en" { entity.names.append(name) }
          entity.spellings.append(name)
        }
      case .start("citizenship"):
        if let code = file.attribute("countryIso2Code"), code.utf8.count == 2, code != "00" {
          entity.countries.append(code)
        }
      case .end("sanctionEntity"):
        if entity.names.isEmpty { entity.names = entity.spellings }
        return entity
      default: break
      }
    }
    return entity
  }
}
