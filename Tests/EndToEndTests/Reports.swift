/// Reports that tests drop: made up, each different from the others.
enum Reports {
  static let acharan = """
    Il JNIM ha attaccato e, presumibilmente, conquistato una base vicino a Gao. Almeno sei soldati sono morti.

    """

  static func numbered(_ number: Int) -> String {
    """
    Report \(number). Uomini armati hanno attaccato un posto di blocco a Gao, in Mali. Secondo fonti locali, \
    \(number % 40 + 2) soldati sono morti. Il governo ha smentito la notizia.

    """
  }
}
