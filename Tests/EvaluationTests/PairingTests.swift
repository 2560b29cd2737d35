import DocumentModel
import Testing

@testable import Evaluation

@Suite struct PairingTests {
  private func found(_ range: Range<Int>, _ type: EntityType) -> FoundMention {
    FoundMention(
      range: range,
      entity: Entity(
        id: "x", type: type, feature: "", prior: 3,
        italian: Entity.ItalianName(name: "X", full: nil, article: "", agreement: .masculine, preposition: "a"),
        english: Entity.EnglishName(name: "X", full: nil, takesArticle: false, isPlural: false, preposition: "in"),
        countries: [], parent: nil, coordinates: Coordinates(longitude: "12.50", latitude: "41.89"), wikidata: nil))
  }

  private func target(_ range: Range<Int>, _ classes: MentionClass...) -> Pairing.Target {
    Pairing.Target(
      range: range, classes: classes,
      mention: GoldDocument.Mention(start: range.lowerBound, end: range.upperBound))
  }

  @Test func `same ends go before others, and each mark has one find`() {
    let pairing = Pairing(
      targets: [target(0..<5, .place), target(10..<20, .person)],
      found: [found(0..<9, .place), found(0..<5, .place), found(12..<15, .person)], ignored: [])
    #expect(pairing.pairs.map(\.isExact) == [true, false])
    #expect(pairing.pairs.map(\.found) == [1, 2])
    #expect(pairing.spurious == [0])
    #expect(pairing.missed.isEmpty)
  }

  @Test func `a country may be an organization, a town may not`() {
    let targets = [target(0..<5, .organization), target(10..<15, .organization)]
    let pairing = Pairing(targets: targets, found: [found(0..<5, .country), found(10..<15, .place)], ignored: [])
    #expect(pairing.pairs.map(\.itsClass) == [.organization])
    #expect(pairing.spurious == [1])
    #expect(pairing.missed == [1])
  }

  @Test func `what touches a stretch that is passed over is no mistake`() {
    let pairing = Pairing(targets: [], found: [found(2..<5, .place), found(8..<9, .place)], ignored: [0..<3])
    #expect(pairing.spurious == [1])
  }

  @Test func `shares are rounded, and nothing of nothing is no share`() {
    var tally = Tally()
    #expect(tally.harmonicMean == nil)
    tally.marked = 3
    tally.found = 3
    tally.right = 2
    #expect(tally.precision == 667)
    #expect(tally.harmonicMean == 667)
    #expect(Columns.percent(tally.recall) == "66.7")
  }

  @Test func `distances are those of a great circle`() {
    let distance = Sphere.kilometres((12.5, 41.9), (9.19, 45.46))
    #expect((470...485).contains(distance))
    #expect(Sphere.kilometres((179.5, 0), (-179.5, 0)) < 112)
  }
}
