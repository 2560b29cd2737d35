import Testing

/// Datelines of agencies and papers, and heads of sentences that only look like them.
@Suite struct DatelineTests {
  private static let italian: [MastheadCase] = [
    MastheadCase(
      "it",
      #"""
      (ANSA) - BEIRUT, 30 OTT - Un razzo ha colpito il porto. Nessuna vittima. (ANSA).
      """#,
      #"""
      = publisher: ANSA
      = published: --10-30 “30 OTT”
      = dateline: (ANSA) - BEIRUT, 30 OTT -
      = place: BEIRUT
      body: (ANSA) - BEIRUT, 30 OTT - Un razzo ha colpito il porto.
      body: Nessuna vittima.
      furniture: (ANSA).
      """#),
    MastheadCase(
      "it",
      #"""
      ROMA, 16 NOV (Adnkronos) - Il governo ha condannato l'attacco.
      """#,
      #"""
      = publisher: Adnkronos
      = published: --11-16 “16 NOV”
      = dateline: ROMA, 16 NOV (Adnkronos) -
      = place: ROMA
      body: ROMA, 16 NOV (Adnkronos) - Il governo ha condannato l'attacco.
      """#),
    MastheadCase(
      "it",
      #"""
      Roma, 18 lug. (askanews) – Il ministro ha parlato alla Camera.
      """#,
      #"""
      = publisher: askanews
      = published: --7-18 “18 lug.”
      = dateline: Roma, 18 lug. (askanews) –
      = place: Roma
      body: Roma, 18 lug. (askanews) – Il ministro ha parlato alla Camera.
      """#),
    MastheadCase(
      "it",
      #"""
      (Adnkronos) - Un attentato ha colpito Kabul.
      """#,
      #"""
      = publisher: Adnkronos
      = dateline: (Adnkronos) -
      body: (Adnkronos) - Un attentato ha colpito Kabul.
      """#),
    MastheadCase(
      "it",
      #"""
      (Agenzia Vista) Roma, 18 luglio 2023 - Il ministro è arrivato a Tripoli.
      """#,
      #"""
      = publisher: Agenzia Vista
      = published: 2023-07-18 “18 luglio 2023”
      = dateline: (Agenzia Vista) Roma, 18 luglio 2023 -
      = place: Roma
      body: (Agenzia Vista) Roma, 18 luglio 2023 - Il ministro è arrivato a Tripoli.
      """#),
    MastheadCase(
      "it",
      #"""
      Agenzia Fides - Kinshasa - Il vescovo ha denunciato il massacro.
      """#,
      #"""
      = publisher: Agenzia Fides
      = dateline: Agenzia Fides - Kinshasa -
      = place: Kinshasa
      body: Agenzia Fides - Kinshasa - Il vescovo ha denunciato il massacro.
      """#),
    MastheadCase(
      "it",
      #"""
      Kinshasa (Agenzia Fides) – Il vescovo ha denunciato il massacro di Goma.
      """#,
      #"""
      = publisher: Agenzia Fides
      = dateline: Kinshasa (Agenzia Fides) –
      = place: Kinshasa
      body: Kinshasa (Agenzia Fides) – Il vescovo ha denunciato il massacro di Goma.
      """#),
    MastheadCase(
      "it",
      #"""
      AGI - Il presidente è stato deposto.
      """#,
      #"""
      = publisher: AGI
      = dateline: AGI -
      body: AGI - Il presidente è stato deposto.
      """#),
    MastheadCase(
      "it",
      #"""
      (Roma, 18.07.2023) Il convoglio è arrivato a Bengasi.
      """#,
      #"""
      = published: 2023-07-18 “18.07.2023”
      = dateline: (Roma, 18.07.2023)
      = place: Roma
      body: (Roma, 18.07.2023) Il convoglio è arrivato a Bengasi.
      """#),
    MastheadCase(
      "it",
      #"""
      NIAMEY – L’esercito nigerino ha annunciato la riconquista di Banibangou.
      """#,
      #"""
      = dateline: NIAMEY –
      = place: NIAMEY
      body: NIAMEY – L’esercito nigerino ha annunciato la riconquista di Banibangou.
      """#),
    MastheadCase(
      "it",
      #"""
      MODENA. Ieri notte la polizia ha arrestato un uomo.
      """#,
      #"""
      = dateline: MODENA.
      = place: MODENA
      body: MODENA. Ieri notte la polizia ha arrestato un uomo.
      """#),
    MastheadCase(
      "it",
      #"""
      Beirut, 30 ott. -(Adnkronos/Dpa) - Israele ha colpito Tiro.
      """#,
      #"""
      = publisher: Adnkronos
      = published: --10-30 “30 ott.”
      = dateline: Beirut, 30 ott. -(Adnkronos/Dpa) -
      = place: Beirut
      body: Beirut, 30 ott. -(Adnkronos/Dpa) - Israele ha colpito Tiro.
      """#),
    MastheadCase(
      "it",
      #"""
      (ANSA-AFP) - N'DJAMENA, 3 MAR - Scontri nella capitale.
      """#,
      #"""
      = publisher: ANSA
      = published: --3-3 “3 MAR”
      = dateline: (ANSA-AFP) - N'DJAMENA, 3 MAR -
      = place: N'DJAMENA
      body: (ANSA-AFP) - N'DJAMENA, 3 MAR - Scontri nella capitale.
      """#),
    MastheadCase(
      "it",
      #"""
      CITTÀ DEL MESSICO, 5 GEN - Otto morti in un agguato.
      """#,
      #"""
      = published: --1-5 “5 GEN”
      = dateline: CITTÀ DEL MESSICO, 5 GEN -
      = place: CITTÀ DEL MESSICO
      body: CITTÀ DEL MESSICO, 5 GEN - Otto morti in un agguato.
      """#),
    MastheadCase(
      "it",
      #"""
      Lunedì 3 marzo 2025 - Il convoglio è partito da Goma.
      """#,
      #"""
      = published: 2025-03-03 “Lunedì 3 marzo 2025”
      = dateline: Lunedì 3 marzo 2025 -
      body: Lunedì 3 marzo 2025 - Il convoglio è partito da Goma.
      """#),
    MastheadCase(
      "it",
      #"""
      Dal nostro inviato a Beirut – Il quartiere è vuoto.
      """#,
      #"""
      = dateline: Dal nostro inviato a Beirut –
      = place: Beirut
      body: Dal nostro inviato a Beirut – Il quartiere è vuoto.
      """#),
    MastheadCase(
      "it",
      #"""
      (ANSA) Il governo ha condannato l'attacco.
      """#,
      #"""
      = publisher: ANSA
      = dateline: (ANSA)
      body: (ANSA) Il governo ha condannato l'attacco.
      """#),
    MastheadCase(
      "it",
      #"""
      ROMA, 16 NOV (ANSA) Il governo ha condannato l'attacco.
      """#,
      #"""
      = publisher: ANSA
      = published: --11-16 “16 NOV”
      = dateline: ROMA, 16 NOV (ANSA)
      = place: ROMA
      body: ROMA, 16 NOV (ANSA) Il governo ha condannato l'attacco.
      """#),
    MastheadCase(
      "it",
      #"""
      Dal nostro inviato a Beirut – Il quartiere è vuoto.
      """#,
      #"""
      = dateline: Dal nostro inviato a Beirut –
      = place: Beirut
      body: Dal nostro inviato a Beirut – Il quartiere è vuoto.
      """#),
    MastheadCase(
      "it",
      #"""
      (Roma, 18.07.2023) Il convoglio è arrivato a Bengasi.
      """#,
      #"""
      = published: 2023-07-18 “18.07.2023”
      = dateline: (Roma, 18.07.2023)
      = place: Roma
      body: (Roma, 18.07.2023) Il convoglio è arrivato a Bengasi.
      """#),
  ]

  @Test(arguments: italian) func `reads Italian datelines`(report: MastheadCase) throws {
    #expect(try MastheadReading.shared.get().told(report.text, report.language) == report.reading)
  }
}
