import DocumentModel

extension Gazetteer {
  /// The places and countries that a name may be of, whatever its case and whatever stands around it.
  public func places(named name: [UInt8]) -> [Int] {
    candidates(named: name).filter { position in
      switch type(of: position) {
      case .place, .country, .facility: true
      default: false
      }
    }
  }

  /// How many people live at a place; where no table counts them, as many as its prominence stands for, and in a country
  /// more than in any town.
  public func inhabitants(of position: Int) -> Int {
    let entity = self[position]
    if entity.type == .country { return 1_000_000_000 }
    if let population = entity.population { return population }
    let steps = [500, 1_000, 15_000, 50_000, 100_000, 300_000, 1_000_000, 5_000_000, 10_000_000]
    return steps[max(0, min(steps.count, entity.prior) - 1)]
  }
}
