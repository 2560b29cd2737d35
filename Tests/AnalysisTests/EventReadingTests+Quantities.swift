import Analysis
import DocumentModel
import Testing

extension EventReadingTests {
  /// What the units of numbers and days do to the figures and dates of events.
  @Suite struct Quantities {
    private static func killed(_ text: String) throws -> [Casualty] {
      try Reading.record(text).events.flatMap(\.casualties).filter { $0.effect == .killed }
    }

    @Test(arguments: [
      ("Sei o sette soldati sono stati uccisi a Gao.", 6, 7),
      ("Sei-sette soldati sono stati uccisi a Gao.", 6, 7),
      ("Tra i venti e i trenta soldati sono stati uccisi a Gao.", 20, 30),
      ("Six to nine soldiers were killed in Gao.", 6, 9),
      ("Between 20 and 30 soldiers were killed in Gao.", 20, 30),
    ])
    func `a range is one figure with two ends`(text: String, minimum: Int, maximum: Int) throws {
      let casualties = try Self.killed(text)
      #expect(casualties.map(\.kind) == [.range])
      #expect(casualties.map(\.minimum) == [minimum] && casualties.map(\.maximum) == [maximum])
    }

    @Test(arguments: [
      ("Milletrecento soldati sono stati uccisi a Gao.", 1300), ("1 300 soldati sono stati uccisi a Gao.", 1300),
      ("1'300 soldati sono stati uccisi a Gao.", 1300), ("1,300 soldiers were killed in Gao.", 1300),
      ("One hundred and twelve soldiers were killed in Gao.", 112), ("Three dozen soldiers were killed in Gao.", 36),
      ("Tre dozzine di soldati sono state uccise a Gao.", 36), ("Thirty-one soldiers were killed in Gao.", 31),
    ])
    func `a figure has its value in every written form`(text: String, value: Int) throws {
      #expect(try Self.killed(text).map(\.minimum) == [value])
    }

    @Test(arguments: ["Meno di dodici soldati sono stati uccisi a Gao.", "Fewer than 12 soldiers were killed in Gao."])
    func `fewer than twelve are eleven at most`(text: String) throws {
      let casualties = try Self.killed(text)
      #expect(casualties.map(\.kind) == [.atMost])
      #expect(casualties.map(\.minimum) == [nil] && casualties.map(\.maximum) == [11])
    }

    @Test(arguments: [
      "Il n. 2 di Hamas è stato ucciso a Gaza.", "No. 2 of Hamas was killed in Gaza.",
      "The number three of Hamas was killed in Gaza.", "A 31-year-old soldier was killed in Gao.",
      "A 31-year-old was killed in Gao.", "Un quarantenne è stato ucciso a Gao.",
    ])
    func `a rank or an age is one person`(text: String) throws {
      #expect(try Self.killed(text).map(\.conservative) == [1])
    }

    @Test(arguments: [
      "Il 35 per cento delle case è stato distrutto a Gao.", "La Brigata 117 ha attaccato Gao.",
      "L'esercito ha attaccato Gao alle 18.45.", "The army attacked Gao at 6:45 p.m.",
      "The army attacked Gao along Route 85.",
      "The army attacked Gao for $500.",
    ])
    func `what counts no people makes no casualty`(text: String) throws {
      #expect(try Reading.record(text).events.flatMap(\.casualties).isEmpty)
    }

    @Test(arguments: [
      ("L'esercito ha attaccato Gao il 1° giugno 2026.", "2026-06-01"),
      ("L'esercito ha attaccato Gao il primo giugno 2026.", "2026-06-01"),
      ("L'esercito ha attaccato Gao il 9/6/2026.", "2026-06-09"),
      ("L'esercito ha attaccato Gao martedì 9 giugno 2026.", "2026-06-09"),
      ("The army attacked Gao on the 9th of June, 2026.", "2026-06-09"),
      ("The army attacked Gao on June 9th, 2026.", "2026-06-09"),
      ("KABUL, 9 giugno 2026 – L'esercito ha attaccato Herat sei giorni fa.", "2026-06-03"),
      ("KABUL, June 9, 2026 — The army attacked Herat three weeks ago.", "2026-05-19"),
    ])
    func `a day has its value in every written form`(text: String, day: String) throws {
      #expect(try Reading.record(text).events.compactMap { $0.date?.from } == [day])
    }

    @Test(arguments: [
      "The army attacked Gao on 5/6/2026.", "L'esercito ha attaccato Gao dal 6 al 9 giugno 2026.",
      "L'esercito ha attaccato Gao due giorni dopo.",
    ])
    func `a day that is open or one of several is not fixed`(text: String) throws {
      #expect(try Reading.record(text).events.compactMap { $0.date?.from }.isEmpty)
    }
  }
}
