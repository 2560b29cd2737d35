import Testing

/// Which place a name means.
@Suite struct ToponymTests {
  private let names: Names

  init() throws {
    names = try Names([
      "country-fr\tcountry\tFrance\tFR\t\t\t2.0,46.0\t\t\t9",
      "country-us\tcountry\tUnited States\tUS\t\t\t-98.5,39.8\t\t\t9",
      "country-eg\tcountry\tEgypt\tEG\t\t\t30.0,27.0\t\t\t8", "country-lb\tcountry\tLebanon\tLB\t\t\t35.8,33.8\t\t\t8",
      "country-sy\tcountry\tSyria\tSY\t\t\t38.0,35.0\t\t\t8", "tx\tplace\tTexas\tUS\t\t\t-99.3,31.2\t\t\t6",
      "il\tplace\tIllinois\tUS\t\t\t-89.0,40.0\t\t\t6", "paris\tplace\tParis\tFR\t\t2100000\t2.35,48.85\t\t\t9",
      "paris-tx\tplace\tParis\tUS\ttx\t25000\t-95.55,33.66\t\t11\t3",
      "cairo\tplace\tCairo\tEG\t\t9600000\t31.2,30.0\t\t\t9",
      "damascus\tplace\tDamascus\tSY\t\t1500000\t36.3,33.5\t\t\t8", "homs\tplace\tHoms\tSY\t\t700000\t36.7,34.7\t\t\t7",
      "dallas\tplace\tDallas\tUS\ttx\t1300000\t-96.8,32.8\t\t12\t7",
      "novi-us\tplace\tNovi\tUS\t\t59000\t-83.5,42.5\t\t13\t4",
      "dc\tplace\tWashington\tUS\t\t700000\t-77.0,38.9\t\t\t9",
      "damascus-md\tplace\tDamascus\tUS\t\t15300\t-77.2,39.3\t\t16\t3",
      "lyon\tplace\tLyon\tFR\t\t500000\t4.85,45.75\t\t14\t6",
      "dallas-sy\tplace\tDallas\tSY\t\t20000\t36.4,33.6\t\t15\t3",
    ])
  }

  @Test(arguments: [
    ("in Paris", ["paris"]), ("in Paris, Texas", ["paris-tx", "tx"]), ("in Paris, France", ["paris", "country-fr"]),
    ("in Paris (Texas)", ["paris-tx", "tx"]), ("in Cairo, Illinois, on Monday", ["?", "il"]),
    ("in Damascus, Lebanon and Egypt", ["damascus", "country-lb", "country-eg"]),
    ("in Texas and Dallas near Paris", ["tx", "dallas", "paris-tx"]),
    ("in Dallas", ["dallas"]), ("in Dallas near Damascus", ["dallas", "damascus"]),
  ])
  func `a name means the place that the report speaks of`(text: String, places: [String]) {
    #expect(names.settled(text) == places)
  }

  @Test func `what the whole world knows makes no small town of a city`() {
    #expect(names.settled("in Damascus and in Washington") == ["damascus", "dc"])
    #expect(names.settled("in the United States, in Damascus and in Washington") == ["country-us", "damascus", "dc"])
  }

  @Test func `a small town far from all that is named is none`() {
    #expect(names.settled("in Novi near Lyon and in France") == ["?", "lyon", "country-fr"])
    #expect(names.settled("in Novi in the United States") == ["novi-us", "country-us"])
  }
}
