import DocumentModel

extension RecordPass {
  mutating func write(event: Event, at position: Int) {
    object {
      $0.string("id", "e\(position + 1)")
      // A count of victims alone does not say what kind of event it was.
      $0.string("type", event.type.isEmpty ? nil : event.type)
      $0.string("subtype", event.subtype)
      $0.string("concept", event.concept)
      $0.json.key("trigger")
      $0.object { $0.span(event.trigger) }
      $0.sentence(event.sentence)
      $0.array("actors", event.actors) { $0.write(participant: $1) }
      $0.array("targets", event.targets) { $0.write(participant: $1) }
      $0.json.key("place")
      if let place = event.place { $0.write(place: place) } else { $0.json.null() }
      $0.json.key("date")
      if let date = event.date { $0.write(date: date) } else { $0.json.null() }
      $0.array("casualties", event.casualties) { $0.write(casualty: $1) }
      $0.string("certainty", event.certainty.rawValue)
      $0.string("polarity", event.polarity.rawValue)
      $0.string("status", event.status.rawValue)
      $0.array("attributed_to", event.attributedTo) { $0.write(attribution: $1) }
      $0.array("links", event.links) { pass, link in
        pass.object {
          $0.string("kind", link.kind.rawValue)
          $0.string("event", "e\(link.event.number)")
        }
      }
      $0.strings("because", event.because)
    }
  }

  mutating func write(date: EventDate) {
    object {
      $0.span(date.span, textFirst: true)
      $0.string("from", date.from)
      $0.string("to", date.to)
      $0.string("precision", date.precision)
    }
  }

  private mutating func write(participant: Participant) {
    object {
      $0.string("entity", participant.entity)
      $0.span(participant.span, textFirst: true)
      $0.string("certainty", participant.certainty.rawValue)
    }
  }

  private mutating func write(place: EventPlace) {
    object {
      $0.string("entity", place.entity)
      $0.span(place.span, textFirst: true)
      $0.string("relation", place.relation)
      $0.string("country", place.country)
      $0.coordinates(place.coordinates)
      $0.string("precision", place.precision?.rawValue)
    }
  }

  private mutating func write(casualty: Casualty) {
    object {
      $0.string("effect", casualty.effect.rawValue)
      $0.integer("min", casualty.minimum)
      $0.integer("max", casualty.maximum)
      $0.string("kind", casualty.kind.rawValue)
      $0.json.key("who")
      if let who = casualty.who { $0.json.string($0.record.text[who.range]) } else { $0.json.null() }
      $0.span(casualty.span, textFirst: true)
      $0.string("certainty", casualty.certainty.rawValue)
      $0.array("attributed_to", casualty.attributedTo) { $0.write(attribution: $1) }
      $0.json.key("superseded")
      $0.json.boolean(casualty.isSuperseded)
      $0.integer("conservative", casualty.conservative)
    }
  }

  private mutating func write(attribution: Attribution) {
    object {
      $0.string("entity", attribution.entity)
      $0.span(attribution.span, textFirst: true)
      $0.string("stance", attribution.stance.rawValue)
    }
  }
}
