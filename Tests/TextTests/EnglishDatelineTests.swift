import Testing

/// Datelines as English wires write them, and heads of sentences that only look like datelines.
@Suite struct EnglishDatelineTests {
  private static let wires: [MastheadCase] = [
    MastheadCase(
      "en",
      #"""
      GAO, Mali, May 6 (Reuters) - Gunmen attacked a base.
      """#,
      #"""
      = publisher: Reuters
      = published: --5-6 “May 6”
      = dateline: GAO, Mali, May 6 (Reuters) -
      = place: GAO, Mali
      body: GAO, Mali, May 6 (Reuters) - Gunmen attacked a base.
      """#),
    MastheadCase(
      "en",
      #"""
      (AP) — Gunmen attacked a base near Gao.
      """#,
      #"""
      = publisher: Associated Press
      = dateline: (AP) —
      body: (AP) — Gunmen attacked a base near Gao.
      """#),
    MastheadCase(
      "en",
      #"""
      BAMAKO (AFP) – Gunmen attacked a base near Gao.
      """#,
      #"""
      = publisher: AFP
      = dateline: BAMAKO (AFP) –
      = place: BAMAKO
      body: BAMAKO (AFP) – Gunmen attacked a base near Gao.
      """#),
    MastheadCase(
      "en",
      #"""
      RALEIGH, N.C. (AP) - A man was charged.
      """#,
      #"""
      = publisher: Associated Press
      = dateline: RALEIGH, N.C. (AP) -
      = place: RALEIGH, N.C.
      body: RALEIGH, N.C. (AP) - A man was charged.
      """#),
    MastheadCase(
      "en",
      #"""
      ST. LOUIS – Police arrested a man.
      """#,
      #"""
      = dateline: ST. LOUIS –
      = place: ST. LOUIS
      body: ST. LOUIS – Police arrested a man.
      """#),
    MastheadCase(
      "en",
      #"""
      Hanoi (VNA) – The minister met his colleague.
      """#,
      #"""
      = publisher: VNA
      = dateline: Hanoi (VNA) –
      = place: Hanoi
      body: Hanoi (VNA) – The minister met his colleague.
      """#),
    MastheadCase(
      "en",
      #"""
      LOS ANGELES, April 05, 2018 (GLOBE NEWSWIRE) -- The company said it would close.
      """#,
      #"""
      = publisher: Globe Newswire
      = published: 2018-04-05 “April 05, 2018”
      = dateline: LOS ANGELES, April 05, 2018 (GLOBE NEWSWIRE) --
      = place: LOS ANGELES
      body: LOS ANGELES, April 05, 2018 (GLOBE NEWSWIRE) -- The company said it would close.
      """#),
    MastheadCase(
      "en",
      #"""
      HORRY COUNTY, SC (WMBF) - A man was shot.
      """#,
      #"""
      = publisher: WMBF
      = dateline: HORRY COUNTY, SC (WMBF) -
      = place: HORRY COUNTY, SC
      body: HORRY COUNTY, SC (WMBF) - A man was shot.
      """#),
    MastheadCase(
      "en",
      #"""
      NAIROBI, 18 July 2023 (IRIN) - Thousands have fled.
      """#,
      #"""
      = publisher: IRIN
      = published: 2023-07-18 “18 July 2023”
      = dateline: NAIROBI, 18 July 2023 (IRIN) -
      = place: NAIROBI
      body: NAIROBI, 18 July 2023 (IRIN) - Thousands have fled.
      """#),
    MastheadCase(
      "en",
      #"""
      New York, 18 July 2023 – The Security Council met on Tuesday.
      """#,
      #"""
      = published: 2023-07-18 “18 July 2023”
      = dateline: New York, 18 July 2023 –
      = place: New York
      body: New York, 18 July 2023 – The Security Council met on Tuesday.
      """#),
    MastheadCase(
      "en",
      #"""
      BAGHDAD - A bomb killed five people.
      """#,
      #"""
      = dateline: BAGHDAD -
      = place: BAGHDAD
      body: BAGHDAD - A bomb killed five people.
      """#),
    MastheadCase(
      "en",
      #"""
      MARIB/SANAA, Yemen, Feb 3 (Reuters) - Houthi forces advanced.
      """#,
      #"""
      = publisher: Reuters
      = published: --2-3 “Feb 3”
      = dateline: MARIB/SANAA, Yemen, Feb 3 (Reuters) -
      = place: MARIB/SANAA, Yemen
      body: MARIB/SANAA, Yemen, Feb 3 (Reuters) - Houthi forces advanced.
      """#),
    MastheadCase(
      "en",
      #"""
      By Nate Raymond. BOSTON (Reuters) - A court ruled on Monday.
      """#,
      #"""
      = publisher: Reuters
      = dateline: By Nate Raymond. BOSTON (Reuters) -
      = place: BOSTON
      body: By Nate Raymond. BOSTON (Reuters) - A court ruled on Monday.
      """#),
    MastheadCase(
      "en",
      #"""
      By ANN MALLETT Gazette Reporter March 30, 2009 NEWARK -- A bomb killed five people.
      """#,
      #"""
      = published: 2009-03-30 “March 30, 2009”
      = dateline: By ANN MALLETT Gazette Reporter March 30, 2009 NEWARK --
      = place: NEWARK
      body: By ANN MALLETT Gazette Reporter March 30, 2009 NEWARK -- A bomb killed five people.
      """#),
    MastheadCase(
      "en",
      #"""
      Ann Vela avela@example.org March 24, 2009 The council voted on Monday.
      """#,
      #"""
      = published: 2009-03-24 “March 24, 2009”
      = dateline: Ann Vela avela@example.org March 24, 2009
      body: Ann Vela avela@example.org March 24, 2009 The council voted on Monday.
      """#),
    MastheadCase(
      "en",
      #"""
      President Musa Bello on March 24, 2009 The council voted on Monday.
      """#,
      #"""
      body: President Musa Bello on March 24, 2009 The council voted on Monday.
      """#),
    MastheadCase(
      "en",
      #"""
      BEIRUT: A major dealer was arrested on Friday.
      """#,
      #"""
      = dateline: BEIRUT:
      = place: BEIRUT
      body: BEIRUT: A major dealer was arrested on Friday.
      """#),
    MastheadCase(
      "en",
      #"""
      BEIRUT (AP) \#u{FFFD} A militia spokesman says that Turkey has shelled a city.
      """#,
      #"""
      = publisher: Associated Press
      = dateline: BEIRUT (AP) \#u{FFFD}
      = place: BEIRUT
      body: BEIRUT (AP) \#u{FFFD} A militia spokesman says that Turkey has shelled a city.
      """#),
    MastheadCase(
      "en",
      #"""
      HAMMOND, Ind. (AP) \#u{97} The agency is cracking down on boaters.
      """#,
      #"""
      = publisher: Associated Press
      = dateline: HAMMOND, Ind. (AP) \#u{97}
      = place: HAMMOND, Ind.
      body: HAMMOND, Ind. (AP) \#u{97} The agency is cracking down on boaters.
      """#),
    MastheadCase(
      "en",
      #"""
      WASHINGTON, D.C., July 18, 2023 (AP) — The Pentagon said it would send troops.
      """#,
      #"""
      = publisher: Associated Press
      = published: 2023-07-18 “July 18, 2023”
      = dateline: WASHINGTON, D.C., July 18, 2023 (AP) —
      = place: WASHINGTON, D.C.
      body: WASHINGTON, D.C., July 18, 2023 (AP) — The Pentagon said it would send troops.
      """#),
    MastheadCase(
      "en",
      #"""
      Deir ez-Zor, Syria, Sept. 3 (North Press) – Two fighters were killed.
      """#,
      #"""
      = publisher: North Press Agency
      = published: --9-3 “Sept. 3”
      = dateline: Deir ez-Zor, Syria, Sept. 3 (North Press) –
      = place: Deir ez-Zor, Syria
      body: Deir ez-Zor, Syria, Sept. 3 (North Press) – Two fighters were killed.
      """#),
    MastheadCase(
      "en",
      #"""
      BEIRUT (AP) _ Israel struck Tyre.
      """#,
      #"""
      = publisher: Associated Press
      = dateline: BEIRUT (AP) _
      = place: BEIRUT
      body: BEIRUT (AP) _ Israel struck Tyre.
      """#),
    MastheadCase(
      "en",
      #"""
      (NEW YORK) — The court ruled.
      """#,
      #"""
      = dateline: (NEW YORK) —
      = place: NEW YORK
      body: (NEW YORK) — The court ruled.
      """#),
    MastheadCase(
      "en",
      #"""
      (AP) — Israel - Hamas talks resumed in Cairo.
      """#,
      #"""
      = publisher: Associated Press
      = dateline: (AP) —
      body: (AP) — Israel - Hamas talks resumed in Cairo.
      """#),
  ]

  @Test(arguments: wires) func `reads English datelines`(report: MastheadCase) throws {
    #expect(try MastheadReading.shared.get().told(report.text, report.language) == report.reading)
  }

  private static let prose: [MastheadCase] = [
    MastheadCase(
      "en",
      #"""
      (AP) — Israel - Hamas talks resumed in Cairo.
      """#,
      #"""
      = publisher: Associated Press
      = dateline: (AP) —
      body: (AP) — Israel - Hamas talks resumed in Cairo.
      """#),
    MastheadCase(
      "en",
      #"""
      Al-Shabaab - the group - said it had attacked the base.
      """#,
      #"""
      body: Al-Shabaab - the group - said it had attacked the base.
      """#),
    MastheadCase(
      "en",
      #"""
      JNIM – the largest group – claimed the attack.
      """#,
      #"""
      body: JNIM – the largest group – claimed the attack.
      """#),
    MastheadCase(
      "it",
      #"""
      JNIM – Jama'at Nusrat al-Islam – ha rivendicato l'attacco.
      """#,
      #"""
      body: JNIM – Jama'at Nusrat al-Islam – ha rivendicato l'attacco.
      """#),
    MastheadCase(
      "it",
      #"""
      Tre soldati – due maliani – sono morti a Gao.
      """#,
      #"""
      body: Tre soldati – due maliani – sono morti a Gao.
      """#),
    MastheadCase(
      "it",
      #"""
      Hassan Nasrallah – capo del Partito di Dio – è morto.
      """#,
      #"""
      body: Hassan Nasrallah – capo del Partito di Dio – è morto.
      """#),
    MastheadCase(
      "it",
      #"""
      La città fu liberata tardi. Roma, 16 novembre 1943 – la città era vuota. Poi la guerra finì.
      """#,
      #"""
      body: La città fu liberata tardi.
      body: Roma, 16 novembre 1943 – la città era vuota.
      body: Poi la guerra finì.
      """#),
    MastheadCase(
      "it",
      #"""
      Roma, 16 novembre 1943 – La città era vuota.
      """#,
      #"""
      body: Roma, 16 novembre 1943 – La città era vuota.
      """#),
    MastheadCase(
      "it",
      #"""
      Il 16 novembre 2023 – La città era vuota.
      """#,
      #"""
      body: Il 16 novembre 2023 – La città era vuota.
      """#),
    MastheadCase(
      "it",
      #"""
      Il Jnim (Gruppo per il sostegno dell'Islam) - affiliato ad Al Qaeda - ha attaccato Gao.
      """#,
      #"""
      body: Il Jnim (Gruppo per il sostegno dell'Islam) - affiliato ad Al Qaeda - ha attaccato Gao.
      """#),
    MastheadCase(
      "it",
      #"""
      Le SDF (Forze democratiche siriane) hanno fermato un uomo (Isis).
      """#,
      #"""
      body: Le SDF (Forze democratiche siriane) hanno fermato un uomo (Isis).
      """#),
    MastheadCase(
      "en",
      #"""
      The group (JNIM) attacked a base, according to the Associated Press (AP).
      """#,
      #"""
      body: The group (JNIM) attacked a base, according to the Associated Press (AP).
      """#),
    MastheadCase(
      "en",
      #"""
      HTS (Hayat Tahrir al-Sham) – The group rules Idlib.
      """#,
      #"""
      body: HTS (Hayat Tahrir al-Sham) – The group rules Idlib.
      """#),
    MastheadCase(
      "en",
      #"""
      Russia - Ukraine talks resumed on Monday.
      """#,
      #"""
      body: Russia - Ukraine talks resumed on Monday.
      """#),
    MastheadCase(
      "en",
      #"""
      Syria, Iraq - The border is closed.
      """#,
      #"""
      body: Syria, Iraq - The border is closed.
      """#),
    MastheadCase(
      "it",
      #"""
      Roma, 16 novembre 1943 – La città era vuota.
      """#,
      #"""
      body: Roma, 16 novembre 1943 – La città era vuota.
      """#),
    MastheadCase(
      "it",
      #"""
      L'accordo di maggio

      Il 3 maggio 2024 le parti hanno firmato. Roma, 5 maggio - dice il testo - è la sede.
      """#,
      #"""
      = title: L'accordo di maggio
      title: L'accordo di maggio
      body: Il 3 maggio 2024 le parti hanno firmato.
      body: Roma, 5 maggio - dice il testo - è la sede.
      """#),
  ]

  @Test(arguments: prose) func `takes no prose for a dateline`(report: MastheadCase) throws {
    #expect(try MastheadReading.shared.get().told(report.text, report.language) == report.reading)
  }
}
