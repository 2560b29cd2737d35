import Testing

/// Bylines, lists, wrapped lines and lines that are no text.
@Suite struct LineLayoutTests {
  private static let lines: [MastheadCase] = [
    MastheadCase(
      "en",
      #"""
      Car bomb kills nine in Mogadishu
      By Amina Yusuf and John Roe
      July 18, 2023

      A car bomb killed at least nine people outside a hotel on Tuesday, police said.
      """#,
      #"""
      = title: Car bomb kills nine in Mogadishu
      = published: 2023-07-18 “July 18, 2023”
      title: Car bomb kills nine in Mogadishu
      furniture: By Amina Yusuf and John Roe
      furniture: July 18, 2023
      body: A car bomb killed at least nine people outside a hotel on Tuesday, police said.
      """#),
    MastheadCase(
      "en",
      #"""
      Car bomb kills nine in Mogadishu

      By JANE DOE, Associated Press

      MOGADISHU, Somalia (AP) — A car bomb killed at least nine people outside a hotel, police said.
      """#,
      #"""
      = title: Car bomb kills nine in Mogadishu
      = publisher: Associated Press
      = dateline: MOGADISHU, Somalia (AP) —
      = place: MOGADISHU, Somalia
      title: Car bomb kills nine in Mogadishu
      furniture: By JANE DOE, Associated Press
      body: MOGADISHU, Somalia (AP) — A car bomb killed at least nine people outside a hotel, police said.
      """#),
    MastheadCase(
      "en",
      #"""
      # Red Sea: missile misses tanker off Hodeidah

      The Houthis fired a ballistic missile at a tanker on Tuesday, CENTCOM said.

      - No damage was reported.
      - A destroyer shot down two drones.

      ## What comes next

      The group may launch further attacks.
      """#,
      #"""
      = title: Red Sea: missile misses tanker off Hodeidah
      title: Red Sea: missile misses tanker off Hodeidah
      body: The Houthis fired a ballistic missile at a tanker on Tuesday, CENTCOM said.
      item: No damage was reported.
      item: A destroyer shot down two drones.
      subhead: What comes next
      body: The group may launch further attacks.
      """#),
    MastheadCase(
      "en",
      #"""
      Red Sea: missile misses tanker
      ==============================

      The Houthis fired a missile at a tanker.
      """#,
      #"""
      = title: Red Sea: missile misses tanker
      title: Red Sea: missile misses tanker
      body: The Houthis fired a missile at a tanker.
      """#),
    MastheadCase(
      "it",
      #"""
      **Mar Rosso, missile manca una petroliera**

      Gli Houthi hanno lanciato un missile contro una petroliera.

      • Nessun danno
      • Nessun ferito
      """#,
      #"""
      = title: Mar Rosso, missile manca una petroliera
      title: Mar Rosso, missile manca una petroliera
      body: Gli Houthi hanno lanciato un missile contro una petroliera.
      item: Nessun danno
      item: Nessun ferito
      """#),
    MastheadCase(
      "it",
      #"""
      Il JNIM ha attaccato e, presumibilmente, conquistato una base ad Acharan. E’ la risposta all’operazione dei contractors russi.
      """#,
      #"""
      body: Il JNIM ha attaccato e, presumibilmente, conquistato una base ad Acharan.
      body: E’ la risposta all’operazione dei contractors russi.
      """#),
    MastheadCase(
      "it",
      #"""
      Il JNIM ha attaccato una base ad Acharan
      """#,
      #"""
      body: Il JNIM ha attaccato una base ad Acharan
      """#),
    MastheadCase(
      "it",
      #"""
      MOGADISCIO, 14 maggio – Un'autobomba è esplosa ieri sera davanti all'hotel Afrik. I morti sono almeno nove.
      """#,
      #"""
      = published: --5-14 “14 maggio”
      = dateline: MOGADISCIO, 14 maggio –
      = place: MOGADISCIO
      body: MOGADISCIO, 14 maggio – Un'autobomba è esplosa ieri sera davanti all'hotel Afrik.
      body: I morti sono almeno nove.
      """#),
    MastheadCase(
      "it",
      #"""
      Il governo di Bamako ha annunciato l'invio di
      rinforzi nella regione di Gao dopo l'attacco di
      ieri. I jihadisti del JNIM hanno rivendicato
      l'azione con un messaggio diffuso su Telegram.
      Il bilancio è di sei morti.
      """#,
      #"""
      body: Il governo di Bamako ha annunciato l'invio di⏎rinforzi nella regione di Gao dopo l'attacco di⏎ieri.
      body: I jihadisti del JNIM hanno rivendicato⏎l'azione con un messaggio diffuso su Telegram.
      body: Il bilancio è di sei morti.
      """#),
    MastheadCase(
      "it",
      #"""
      Mali, rinforzi a Gao dopo l'attacco

      Il governo di Bamako ha annunciato l'invio di
      Rinforzi nella regione di Gao dopo l'attacco di
      ieri. I jihadisti del JNIM hanno rivendicato
      l'azione con un messaggio diffuso su Telegram.
      """#,
      #"""
      = title: Mali, rinforzi a Gao dopo l'attacco
      title: Mali, rinforzi a Gao dopo l'attacco
      body: Il governo di Bamako ha annunciato l'invio di⏎Rinforzi nella regione di Gao dopo l'attacco di⏎ieri.
      body: I jihadisti del JNIM hanno rivendicato⏎l'azione con un messaggio diffuso su Telegram.
      """#),
    MastheadCase(
      "it",
      #"""
      Attacco a Gao
      Morti tre soldati
      Il JNIM rivendica
      """#,
      #"""
      = title: Attacco a Gao
      title: Attacco a Gao
      body: Morti tre soldati
      body: Il JNIM rivendica
      """#),
    MastheadCase(
      "it",
      #"""
      SIRIA
      Scontri a Idlib, quattro morti
      Miliziani di HTS si sono scontrati ieri sera con altri combattenti. La sparatoria ha causato quattro morti.
      """#,
      #"""
      = title: Scontri a Idlib, quattro morti
      subhead: SIRIA
      title: Scontri a Idlib, quattro morti
      body: Miliziani di HTS si sono scontrati ieri sera con altri combattenti.
      body: La sparatoria ha causato quattro morti.
      """#),
    MastheadCase(
      "it",
      #"""
      Home > Esteri > Africa
      Esteri
      Mali, uccisi sei soldati
      di Marco Bianchi - 18 luglio 2023, ore 14:30
      Condividi
      Facebook Twitter WhatsApp
      Sei soldati sono stati uccisi in un'imboscata.
      Foto: archivio dell'esercito maliano
      Leggi anche: Il Mali caccia i caschi blu
      L'attacco non è stato rivendicato.
      RIPRODUZIONE RISERVATA
      © Notizie del Sahel
      #Mali #Gao
      redazione@example.org
      """#,
      #"""
      = title: Mali, uccisi sei soldati
      = publisher: Notizie del Sahel
      = published: 2023-07-18 “18 luglio 2023”
      furniture: Home > Esteri > Africa
      furniture: Esteri
      title: Mali, uccisi sei soldati
      furniture: di Marco Bianchi - 18 luglio 2023, ore 14:30
      furniture: Condividi
      furniture: Facebook Twitter WhatsApp
      body: Sei soldati sono stati uccisi in un'imboscata.
      furniture: Foto: archivio dell'esercito maliano
      furniture: Leggi anche: Il Mali caccia i caschi blu
      body: L'attacco non è stato rivendicato.
      furniture: RIPRODUZIONE RISERVATA
      furniture: © Notizie del Sahel
      furniture: #Mali #Gao
      furniture: redazione@example.org
      """#),
    MastheadCase(
      "it",
      #"""
      1) Attacco a Gao, tre morti
      2) Autobomba a Mogadiscio
      3) Tregua nel Darfur
      """#,
      #"""
      item: Attacco a Gao, tre morti
      item: Autobomba a Mogadiscio
      item: Tregua nel Darfur
      """#),
    MastheadCase(
      "en",
      #"""
      The convoy left Gao at dawn. It was attacked.

      By late evening, the army had sent helicopters.
      """#,
      #"""
      body: The convoy left Gao at dawn.
      body: It was attacked.
      body: By late evening, the army had sent helicopters.
      """#),
    MastheadCase(
      "it",
      #"""
      14:30
      Attacco a Gao
      Il JNIM ha attaccato Gao.
      """#,
      #"""
      = title: Attacco a Gao
      furniture: 14:30
      title: Attacco a Gao
      body: Il JNIM ha attaccato Gao.
      """#),
    MastheadCase(
      "en",
      #"""
      Bomb kills ten in Kabul market, police say
      The bomb went off on Monday. No group claimed it.
      """#,
      #"""
      = title: Bomb kills ten in Kabul market, police say
      title: Bomb kills ten in Kabul market, police say
      body: The bomb went off on Monday.
      body: No group claimed it.
      """#),
    MastheadCase(
      "it",
      #"""
      KIEV – Attacco russo
      Mosca ha lanciato 30 droni. Kiev ne ha abbattuti 20.
      """#,
      #"""
      = title: KIEV – Attacco russo
      title: KIEV – Attacco russo
      body: Mosca ha lanciato 30 droni.
      body: Kiev ne ha abbattuti 20.
      """#),
    MastheadCase(
      "it",
      #"""
      14 maggio 2023
      Autobomba a Mogadiscio.
      15 maggio 2023
      Raid su Gao.
      """#,
      #"""
      = published: 2023-05-14 “14 maggio 2023”
      furniture: 14 maggio 2023
      body: Autobomba a Mogadiscio.
      furniture: 15 maggio 2023
      body: Raid su Gao.
      """#),
  ]

  @Test(arguments: lines) func `tells text from the lines around it`(report: MastheadCase) throws {
    #expect(try MastheadReading.shared.get().told(report.text, report.language) == report.reading)
  }
}
