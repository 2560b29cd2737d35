import Testing

/// Titles without site and tag, and what names the publisher and the day.
@Suite struct MastheadTitleTests {
  private static let titles: [MastheadCase] = [
    MastheadCase(
      "it",
      #"""
      Gaza, nuovo raid: dieci morti - ANSA.it

      Un raid ha ucciso dieci persone a Gaza.
      """#,
      #"""
      = title: Gaza, nuovo raid: dieci morti
      = publisher: ANSA
      title: Gaza, nuovo raid: dieci morti - ANSA.it
      body: Un raid ha ucciso dieci persone a Gaza.
      """#),
    MastheadCase(
      "en",
      #"""
      Israel strikes Gaza, killing ten | Reuters

      An air strike killed ten people.
      """#,
      #"""
      = title: Israel strikes Gaza, killing ten
      = publisher: Reuters
      title: Israel strikes Gaza, killing ten | Reuters
      body: An air strike killed ten people.
      """#),
    MastheadCase(
      "it",
      #"""
      Mali, i russi si ritirano – Analisi Difesa

      I contractor russi hanno lasciato la base.
      """#,
      #"""
      = title: Mali, i russi si ritirano
      = publisher: Analisi Difesa
      title: Mali, i russi si ritirano – Analisi Difesa
      body: I contractor russi hanno lasciato la base.
      """#),
    MastheadCase(
      "en",
      #"""
      URGENT: Explosion in Kabul | World News | The Guardian

      An explosion hit Kabul on Monday.
      """#,
      #"""
      = title: Explosion in Kabul
      = publisher: The Guardian
      title: URGENT: Explosion in Kabul | World News | The Guardian
      body: An explosion hit Kabul on Monday.
      """#),
    MastheadCase(
      "en",
      #"""
      (LEAD) N. Korea fires missile

      North Korea fired a missile.
      """#,
      #"""
      = title: N. Korea fires missile
      title: (LEAD) N. Korea fires missile
      body: North Korea fired a missile.
      """#),
    MastheadCase(
      "it",
      #"""
      FLASH Mali, attacco a Gao

      Il JNIM ha attaccato Gao.
      """#,
      #"""
      = title: Mali, attacco a Gao
      title: FLASH Mali, attacco a Gao
      body: Il JNIM ha attaccato Gao.
      """#),
    MastheadCase(
      "en",
      #"""
      UPDATE 2-Gunmen attack base in Mali

      Gunmen attacked a base.
      """#,
      #"""
      = title: Gunmen attack base in Mali
      title: UPDATE 2-Gunmen attack base in Mali
      body: Gunmen attacked a base.
      """#),
    MastheadCase(
      "it",
      #"""
      ++ Attacco a Gao, sei morti ++

      Sei soldati sono morti a Gao.
      """#,
      #"""
      = title: Attacco a Gao, sei morti
      title: ++ Attacco a Gao, sei morti ++
      body: Sei soldati sono morti a Gao.
      """#),
    MastheadCase(
      "it",
      #"""
      Attacco a Gao (VIDEO) - notiziesahel.net

      Il JNIM ha attaccato Gao.
      """#,
      #"""
      = title: Attacco a Gao
      = publisher: notiziesahel.net
      title: Attacco a Gao (VIDEO) - notiziesahel.net
      body: Il JNIM ha attaccato Gao.
      """#),
    MastheadCase(
      "en",
      #"""
      War in Sudan - a year of ruin

      The war goes on.
      """#,
      #"""
      = title: War in Sudan - a year of ruin
      title: War in Sudan - a year of ruin
      body: The war goes on.
      """#),
    MastheadCase(
      "en",
      #"""
      Ukraine: drones hit depot | 18 July 2023

      Drones hit a depot.
      """#,
      #"""
      = title: Ukraine: drones hit depot
      = published: 2023-07-18 “18 July 2023”
      title: Ukraine: drones hit depot | 18 July 2023
      body: Drones hit a depot.
      """#),
    MastheadCase(
      "en",
      #"""
      Update: rules

      The rules came into force.
      """#,
      #"""
      = title: Update: rules
      title: Update: rules
      body: The rules came into force.
      """#),
  ]

  @Test(arguments: titles) func `takes site and tag from the title`(report: MastheadCase) throws {
    #expect(try MastheadReading.shared.get().told(report.text, report.language) == report.reading)
  }

  private static let days: [MastheadCase] = [
    MastheadCase(
      "it",
      #"""
      Attacco a Gao

      Pubblicato il 3 marzo 2025 alle 14:30 - Aggiornato il 4 marzo 2025
      Il JNIM ha attaccato Gao.
      """#,
      #"""
      = title: Attacco a Gao
      = published: 2025-03-03 “3 marzo 2025”
      title: Attacco a Gao
      furniture: Pubblicato il 3 marzo 2025 alle 14:30 - Aggiornato il 4 marzo 2025
      body: Il JNIM ha attaccato Gao.
      """#),
    MastheadCase(
      "en",
      #"""
      Attack in Gao
      Last updated: 4 March 2025 10:00 GMT
      Gunmen attacked a base.
      """#,
      #"""
      = title: Attack in Gao
      = published: 2025-03-04 “4 March 2025”
      title: Attack in Gao
      furniture: Last updated: 4 March 2025 10:00 GMT
      body: Gunmen attacked a base.
      """#),
    MastheadCase(
      "en",
      #"""
      Attack in Gao
      Published: 2025-03-03T10:30:00Z
      Gunmen attacked a base.
      """#,
      #"""
      = title: Attack in Gao
      = published: 2025-03-03 “2025-03-03T10:30:00Z”
      title: Attack in Gao
      furniture: Published: 2025-03-03T10:30:00Z
      body: Gunmen attacked a base.
      """#),
    MastheadCase(
      "en",
      #"""
      Attack in Gao
      07/08/2023
      Gunmen attacked a base.
      """#,
      #"""
      = title: Attack in Gao
      title: Attack in Gao
      furniture: 07/08/2023
      body: Gunmen attacked a base.
      """#),
    MastheadCase(
      "it",
      #"""
      Attacco a Gao
      07/08/2023
      Il JNIM ha attaccato Gao.
      """#,
      #"""
      = title: Attacco a Gao
      = published: 2023-08-07 “07/08/2023”
      title: Attacco a Gao
      furniture: 07/08/2023
      body: Il JNIM ha attaccato Gao.
      """#),
    MastheadCase(
      "it",
      #"""
      Attacco a Gao

      Il JNIM ha attaccato Gao. L'attacco è del 3 marzo 2025.

      Fonte: Agenzia Nova
      """#,
      #"""
      = title: Attacco a Gao
      = publisher: Agenzia Nova
      title: Attacco a Gao
      body: Il JNIM ha attaccato Gao.
      body: L'attacco è del 3 marzo 2025.
      furniture: Fonte: Agenzia Nova
      """#),
    MastheadCase(
      "en",
      #"""
      Attack in Gao

      Gunmen attacked a base. It happened on July 18, 2023.

      Source: Sahel Watch
      Published: July 20, 2023
      """#,
      #"""
      = title: Attack in Gao
      = publisher: Sahel Watch
      = published: 2023-07-20 “July 20, 2023”
      title: Attack in Gao
      body: Gunmen attacked a base.
      body: It happened on July 18, 2023.
      furniture: Source: Sahel Watch
      furniture: Published: July 20, 2023
      """#),
  ]

  @Test(arguments: days) func `reads who published a report and when`(report: MastheadCase) throws {
    #expect(try MastheadReading.shared.get().told(report.text, report.language) == report.reading)
  }
}
