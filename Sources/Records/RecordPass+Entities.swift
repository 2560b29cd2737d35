import DocumentModel

extension RecordPass {
  mutating func write(sentence: Sentence, at position: Int) {
    object {
      $0.string("id", "s\(position + 1)")
      $0.integer("start", $0.index.codePoints(before: sentence.span.start))
      $0.integer("end", $0.index.codePoints(before: sentence.span.end))
      $0.string("language", sentence.language)
      $0.string("kind", sentence.kind.rawValue)
    }
  }

  mutating func write(entity mentioned: MentionedEntity) {
    let entity = mentioned.entity
    object {
      $0.string("id", entity.id)
      $0.string("type", entity.type.rawValue)
      $0.json.key("name")
      $0.object {
        $0.string("it", entity.italian.name)
        $0.string("en", entity.english.name)
      }
      $0.json.key("full_name")
      if entity.italian.full == nil, entity.english.full == nil {
        $0.json.null()
      } else {
        $0.object {
          $0.string("it", entity.italian.full)
          $0.string("en", entity.english.full)
        }
      }
      $0.string("country", entity.countries.first)
      $0.string("wikidata", entity.wikidata)
      $0.coordinates(entity.coordinates)
      $0.array("mentions", mentioned.mentions) { pass, mention in
        pass.object {
          $0.span(mention.span)
          $0.sentence(mention.sentence)
          $0.string("kind", mention.kind.rawValue)
        }
      }
    }
  }

  mutating func write(unknown name: UnknownName) {
    object {
      $0.json.key("name")
      if let span = name.name { $0.json.string($0.record.text[span.range]) } else { $0.json.null() }
      $0.string("kind", name.kind)
      $0.string("type", name.type.rawValue)
      $0.string("reason", name.reason)
      $0.json.key("acronym")
      if let span = name.acronym { $0.json.string($0.record.text[span.range]) } else { $0.json.null() }
      $0.string("article", name.article)
      $0.integer("count", name.mentions.count)
      $0.array("mentions", name.mentions) { pass, mention in
        pass.object {
          $0.span(mention.span)
          $0.sentence(mention.sentence)
        }
      }
    }
  }

  mutating func write(statement: Statement, at position: Int) {
    object {
      $0.string("id", "t\(position + 1)")
      $0.string("kind", statement.kind.rawValue)
      $0.sentence(statement.sentence)
      $0.string("concept", statement.concept)
      $0.strings("entities", statement.entities)
      $0.string("certainty", statement.certainty.rawValue)
    }
  }

  mutating func write(brief: Brief, key: String) {
    json.key(named: key)
    object {
      $0.string("headline", brief.headline)
      $0.sentences("headline_sentences", brief.headlineSentences)
      $0.string("headline_means", brief.headlineMeans.rawValue)
      $0.array("clauses", brief.clauses) { pass, clause in
        pass.object {
          $0.string("text", clause.text)
          $0.string("role", clause.role.rawValue)
          $0.sentences("sentences", clause.sentences)
          $0.array("events", clause.events) { $0.json.string("e\($1.number)") }
          $0.strings("added", clause.added)
          $0.string("means", clause.means.rawValue)
          $0.string("gate", clause.gate)
        }
      }
    }
  }
}
