import Testing

/// Stretches and lines that are no text of a report.
@Suite struct FurnitureTests {
  private static let furniture: [MastheadCase] = [
    MastheadCase(
      "it",
      #"""
      Attacco a Gao

      Il JNIM ha attaccato Gao. (s. to)
      """#,
      #"""
      = title: Attacco a Gao
      = cut: (s. to)
      title: Attacco a Gao
      body: Il JNIM ha attaccato Gao. (s. to)
      """#),
    MastheadCase(
      "it",
      #"""
      Attacco a Gao

      Il JNIM ha attaccato Gao (foto) e Menaka […] nella notte. Il bilancio è di tre morti. ©RIPRODUZIONE RISERVATA
      """#,
      #"""
      = title: Attacco a Gao
      = cut: (foto)
      = cut: […]
      title: Attacco a Gao
      body: Il JNIM ha attaccato Gao (foto) e Menaka […] nella notte.
      body: Il bilancio è di tre morti.
      furniture: ©RIPRODUZIONE RISERVATA
      """#),
    MastheadCase(
      "it",
      #"""
      Attacco a Gao

      Il JNIM ha attaccato Gao. Marco Bianchi ©RIPRODUZIONE RISERVATA
      """#,
      #"""
      = title: Attacco a Gao
      title: Attacco a Gao
      body: Il JNIM ha attaccato Gao.
      furniture: Marco Bianchi ©RIPRODUZIONE RISERVATA
      """#),
    MastheadCase(
      "en",
      #"""
      Attack in Gao

      Gunmen attacked a base. (Reporting by Jane Doe in Bamako; Editing by John Roe)
      """#,
      #"""
      = title: Attack in Gao
      title: Attack in Gao
      body: Gunmen attacked a base.
      furniture: (Reporting by Jane Doe in Bamako; Editing by John Roe)
      """#),
    MastheadCase(
      "en",
      #"""
      Attack in Gao

      Gunmen attacked a base on Monday. It was not claimed. (Zen Roe/PNA)
      """#,
      #"""
      = title: Attack in Gao
      = publisher: PNA
      title: Attack in Gao
      body: Gunmen attacked a base on Monday.
      body: It was not claimed.
      furniture: (Zen Roe/PNA)
      """#),
    MastheadCase(
      "en",
      #"""
      Attack in Gao

      Gunmen attacked a base. The army withdrew (AFP)
      """#,
      #"""
      = title: Attack in Gao
      = publisher: AFP
      = cut: (AFP)
      title: Attack in Gao
      body: Gunmen attacked a base.
      body: The army withdrew (AFP)
      """#),
    MastheadCase(
      "en",
      #"""
      Attack in Gao

      Gunmen attacked a base (reported by local media) and left.

      ENDS
      """#,
      #"""
      = title: Attack in Gao
      title: Attack in Gao
      body: Gunmen attacked a base (reported by local media) and left.
      furniture: ENDS
      """#),
    MastheadCase(
      "en",
      #"""
      Attack in Gao

      Gunmen attacked a base. No one claimed it. ENDS
      """#,
      #"""
      = title: Attack in Gao
      title: Attack in Gao
      body: Gunmen attacked a base.
      body: No one claimed it.
      furniture: ENDS
      """#),
    MastheadCase(
      "en",
      #"""
      Attack in Gao

      Gunmen attacked a base.

      - 30 -
      """#,
      #"""
      = title: Attack in Gao
      title: Attack in Gao
      body: Gunmen attacked a base.
      furniture: - 30 -
      """#),
    MastheadCase(
      "en",
      #"""
      Attack in Gao

      Gunmen attacked a base. (more)

      ###
      """#,
      #"""
      = title: Attack in Gao
      = cut: (more)
      title: Attack in Gao
      body: Gunmen attacked a base. (more)
      furniture: ###
      """#),
    MastheadCase(
      "it",
      #"""
      Attacco a Gao

      Il JNIM ha attaccato Gao. (SEGUONO AGGIORNAMENTI)
      """#,
      #"""
      = title: Attacco a Gao
      title: Attacco a Gao
      body: Il JNIM ha attaccato Gao.
      furniture: (SEGUONO AGGIORNAMENTI)
      """#),
    MastheadCase(
      "it",
      #"""
      Roma, 18 luglio 2023

      Attacco a Gao

      Il JNIM ha attaccato Gao.
      """#,
      #"""
      = title: Attacco a Gao
      = published: 2023-07-18 “18 luglio 2023”
      = place: Roma
      furniture: Roma, 18 luglio 2023
      title: Attacco a Gao
      body: Il JNIM ha attaccato Gao.
      """#),
    MastheadCase(
      "it",
      #"""
      ROMA, 16 NOV (Adnkronos) -

      Il governo ha condannato l'attacco.
      """#,
      #"""
      = publisher: Adnkronos
      = published: --11-16 “16 NOV”
      = place: ROMA
      furniture: ROMA, 16 NOV (Adnkronos) -
      body: Il governo ha condannato l'attacco.
      """#),
    MastheadCase(
      "it",
      #"""
      ANSA
      Attacco a Gao

      Il JNIM ha attaccato Gao.

      www.example.org/notizie
      """#,
      #"""
      = title: Attacco a Gao
      = publisher: ANSA
      furniture: ANSA
      title: Attacco a Gao
      body: Il JNIM ha attaccato Gao.
      furniture: www.example.org/notizie
      """#),
    MastheadCase(
      "en",
      #"""
      Sources: Hamas Agrees To Truce

      Hamas agreed to a truce, sources said.
      """#,
      #"""
      = title: Sources: Hamas Agrees To Truce
      title: Sources: Hamas Agrees To Truce
      body: Hamas agreed to a truce, sources said.
      """#),
    MastheadCase(
      "en",
      #"""
      BREAKING NEWS

      Explosion in Kabul

      An explosion hit Kabul on Monday. Photo by Jane Doe shows smoke.

      Photo: Jane Doe/Reuters
      """#,
      #"""
      = title: Explosion in Kabul
      furniture: BREAKING NEWS
      title: Explosion in Kabul
      body: An explosion hit Kabul on Monday.
      body: Photo by Jane Doe shows smoke.
      furniture: Photo: Jane Doe/Reuters
      """#),
    MastheadCase(
      "it",
      #"""
      Il ministro è a Tripoli. «Torneremo», ha detto (ANSA-AFP).
      """#,
      #"""
      = publisher: ANSA
      = cut: (ANSA-AFP)
      body: Il ministro è a Tripoli.
      body: «Torneremo», ha detto (ANSA-AFP).
      """#),
    MastheadCase(
      "it",
      #"""
      Secondo la Reuters i morti sono tre. L'Ansa (l'agenzia) tace.
      """#,
      #"""
      body: Secondo la Reuters i morti sono tre.
      body: L'Ansa (l'agenzia) tace.
      """#),
    MastheadCase(
      "en",
      #"""
      The cease-fire is over

      (CNN) — The truce ended Friday.
      Follow us on Twitter
      Read more: The war in Sudan
      """#,
      #"""
      = title: The cease-fire is over
      = publisher: CNN
      = dateline: (CNN) —
      title: The cease-fire is over
      body: (CNN) — The truce ended Friday.
      furniture: Follow us on Twitter
      furniture: Read more: The war in Sudan
      """#),
    MastheadCase(
      "it",
      #"""
      Di Maio a Tripoli: incontro con Serraj

      Il ministro Di Maio è arrivato a Tripoli.
      """#,
      #"""
      = title: Di Maio a Tripoli: incontro con Serraj
      title: Di Maio a Tripoli: incontro con Serraj
      body: Il ministro Di Maio è arrivato a Tripoli.
      """#),
    MastheadCase(
      "it",
      #"""
      Mali, nuovo attacco
      Marco Bianchi, 18 luglio 2023
      Il JNIM ha attaccato Gao.
      """#,
      #"""
      = title: Mali, nuovo attacco
      = published: 2023-07-18 “18 luglio 2023”
      title: Mali, nuovo attacco
      furniture: Marco Bianchi, 18 luglio 2023
      body: Il JNIM ha attaccato Gao.
      """#),
  ]

  @Test(arguments: furniture) func `finds what is no text`(report: MastheadCase) throws {
    #expect(try MastheadReading.shared.get().told(report.text, report.language) == report.reading)
  }
}
