import Testing

/// Titles and subheads in the layouts that desks drop.
@Suite struct TitleLayoutTests {
  private static let titles: [MastheadCase] = [
    MastheadCase(
      "it",
      #"""
      Mali, uccisi sei soldati in un'imboscata

      Sei soldati maliani sono stati uccisi ieri in un'imboscata vicino a Gao. Lo ha detto l'esercito.
      """#,
      #"""
      = title: Mali, uccisi sei soldati in un'imboscata
      title: Mali, uccisi sei soldati in un'imboscata
      body: Sei soldati maliani sono stati uccisi ieri in un'imboscata vicino a Gao.
      body: Lo ha detto l'esercito.
      """#),
    MastheadCase(
      "it",
      #"""
      Mali, uccisi sei soldati in un'imboscata
      Sei soldati maliani sono stati uccisi ieri in un'imboscata vicino a Gao. Lo ha detto l'esercito.
      """#,
      #"""
      = title: Mali, uccisi sei soldati in un'imboscata
      title: Mali, uccisi sei soldati in un'imboscata
      body: Sei soldati maliani sono stati uccisi ieri in un'imboscata vicino a Gao.
      body: Lo ha detto l'esercito.
      """#),
    MastheadCase(
      "it",
      #"""
      UCCISI SEI SOLDATI A GAO
      Sei soldati maliani sono stati uccisi ieri in un'imboscata. Lo ha detto l'esercito.
      """#,
      #"""
      = title: UCCISI SEI SOLDATI A GAO
      title: UCCISI SEI SOLDATI A GAO
      body: Sei soldati maliani sono stati uccisi ieri in un'imboscata.
      body: Lo ha detto l'esercito.
      """#),
    MastheadCase(
      "it",
      #"""
      UCCISI SEI SOLDATI A GAO.
      Sei soldati maliani sono stati uccisi ieri in un'imboscata. Lo ha detto l'esercito.
      """#,
      #"""
      = title: UCCISI SEI SOLDATI A GAO.
      title: UCCISI SEI SOLDATI A GAO.
      body: Sei soldati maliani sono stati uccisi ieri in un'imboscata.
      body: Lo ha detto l'esercito.
      """#),
    MastheadCase(
      "it",
      #"""
      Sei soldati maliani uccisi in un'imboscata a Gao.

      Sei soldati maliani sono stati uccisi in un'imboscata a Gao, nel nord del Paese. Lo ha detto un portavoce dell'esercito. Il JNIM ha rivendicato l'attacco.
      """#,
      #"""
      = title: Sei soldati maliani uccisi in un'imboscata a Gao.
      title: Sei soldati maliani uccisi in un'imboscata a Gao.
      body: Sei soldati maliani sono stati uccisi in un'imboscata a Gao, nel nord del Paese.
      body: Lo ha detto un portavoce dell'esercito.
      body: Il JNIM ha rivendicato l'attacco.
      """#),
    MastheadCase(
      "it",
      #"""
      Il JNIM ha attaccato un posto di blocco a Gao.

      Secondo fonti locali, sei soldati sono morti e una decina sono rimasti feriti. L'attacco è la risposta all'operazione dei contractor russi.
      """#,
      #"""
      body: Il JNIM ha attaccato un posto di blocco a Gao.
      body: Secondo fonti locali, sei soldati sono morti e una decina sono rimasti feriti.
      body: L'attacco è la risposta all'operazione dei contractor russi.
      """#),
    MastheadCase(
      "en",
      #"""
      Is the truce in Darfur over?

      The Rapid Support Forces shelled a camp near El Fasher on Sunday, a local committee said. The army did not comment.
      """#,
      #"""
      = title: Is the truce in Darfur over?
      title: Is the truce in Darfur over?
      body: The Rapid Support Forces shelled a camp near El Fasher on Sunday, a local committee said.
      body: The army did not comment.
      """#),
    MastheadCase(
      "it",
      #"""
      Kirghizistan: ministero Difesa accusa Dushanbe, "rotta la tregua lungo il confine"

      Bishkek, 16 nov. (Agenzia) - Il ministero della Difesa del Kirghizistan ha accusato le guardie di frontiera tagike di aver rotto la tregua. Dushanbe ha respinto le accuse. (Res)
      """#,
      #"""
      = title: Kirghizistan: ministero Difesa accusa Dushanbe, "rotta la tregua lungo il confine"
      = published: --11-16 “16 nov.”
      = dateline: Bishkek, 16 nov. (Agenzia) -
      = place: Bishkek
      title: Kirghizistan: ministero Difesa accusa Dushanbe, "rotta la tregua lungo il confine"
      body: Bishkek, 16 nov. (Agenzia) - Il ministero della Difesa del Kirghizistan ha accusato le guardie di frontiera tagike di aver rotto la tregua.
      body: Dushanbe ha respinto le accuse.
      furniture: (Res)
      """#),
    MastheadCase(
      "it",
      #"""
      Siria, le SDF fermano una cellula dell'Isis che
      preparava un attentato ad Hasaka

      Le SDF hanno condotto un'operazione ad Hasaka. Tre miliziani sono stati catturati.
      """#,
      #"""
      = title: Siria, le SDF fermano una cellula dell'Isis che⏎preparava un attentato ad Hasaka
      title: Siria, le SDF fermano una cellula dell'Isis che⏎preparava un attentato ad Hasaka
      body: Le SDF hanno condotto un'operazione ad Hasaka.
      body: Tre miliziani sono stati catturati.
      """#),
    MastheadCase(
      "it",
      #"""
      SIRIA, LE SDF FERMANO UNA CELLULA DELL'ISIS
      CHE PREPARAVA UN ATTENTATO AD HASAKA
      Le SDF hanno condotto un'operazione ad Hasaka. Tre miliziani sono stati catturati.
      """#,
      #"""
      = title: SIRIA, LE SDF FERMANO UNA CELLULA DELL'ISIS⏎CHE PREPARAVA UN ATTENTATO AD HASAKA
      title: SIRIA, LE SDF FERMANO UNA CELLULA DELL'ISIS⏎CHE PREPARAVA UN ATTENTATO AD HASAKA
      body: Le SDF hanno condotto un'operazione ad Hasaka.
      body: Tre miliziani sono stati catturati.
      """#),
    MastheadCase(
      "en",
      #"""
      Suicide bomber kills 14 in a market in the
      Nigerian city of Maiduguri, police say

      MAIDUGURI, Nigeria, May 6 (Wire) - A suicide bomber killed at least 14 people on Tuesday, police said on Wednesday.
      """#,
      #"""
      = title: Suicide bomber kills 14 in a market in the⏎Nigerian city of Maiduguri, police say
      = published: --5-6 “May 6”
      = dateline: MAIDUGURI, Nigeria, May 6 (Wire) -
      = place: MAIDUGURI, Nigeria
      title: Suicide bomber kills 14 in a market in the⏎Nigerian city of Maiduguri, police say
      body: MAIDUGURI, Nigeria, May 6 (Wire) - A suicide bomber killed at least 14 people on Tuesday, police said on Wednesday.
      """#),
    MastheadCase(
      "it",
      #"""
      Attacco a Gao
      al-Shabaab ha rivendicato l'azione. Il governo tace.
      """#,
      #"""
      = title: Attacco a Gao
      title: Attacco a Gao
      body: al-Shabaab ha rivendicato l'azione.
      body: Il governo tace.
      """#),
    MastheadCase(
      "it",
      #"""
      Le vittime sono tre

      Il bilancio dell'attacco:

      1. un soldato
      2. due civili
      """#,
      #"""
      = title: Le vittime sono tre
      title: Le vittime sono tre
      body: Il bilancio dell'attacco:
      item: un soldato
      item: due civili
      """#),
    MastheadCase(
      "it",
      #"""
      Mali, la guerra continua…

      Il JNIM ha attaccato una base a nord di Gao. L'esercito tace.
      """#,
      #"""
      = title: Mali, la guerra continua…
      title: Mali, la guerra continua…
      body: Il JNIM ha attaccato una base a nord di Gao.
      body: L'esercito tace.
      """#),
    MastheadCase(
      "it",
      #"""
      Dushanbe respinge le accuse: «Nessun soldato ha sparato.»

      Il ministero ha respinto le accuse. «Nessun soldato ha sparato», ha detto un portavoce di Dushanbe.
      """#,
      #"""
      = title: Dushanbe respinge le accuse: «Nessun soldato ha sparato.»
      title: Dushanbe respinge le accuse: «Nessun soldato ha sparato.»
      body: Il ministero ha respinto le accuse.
      body: «Nessun soldato ha sparato», ha detto un portavoce di Dushanbe.
      """#),
    MastheadCase(
      "en",
      #"""
      The army said on Monday that it had retaken the town

      Residents confirmed it. Two bridges remain closed.
      """#,
      #"""
      = title: The army said on Monday that it had retaken the town
      title: The army said on Monday that it had retaken the town
      body: Residents confirmed it.
      body: Two bridges remain closed.
      """#),
    MastheadCase(
      "it",
      #"""
      Prima riga di una cronaca che ha un punto. Poi un'altra frase.
      Seconda riga della cronaca. Fine.
      """#,
      #"""
      body: Prima riga di una cronaca che ha un punto.
      body: Poi un'altra frase.
      body: Seconda riga della cronaca.
      body: Fine.
      """#),
    MastheadCase(
      "it",
      #"""
      Siria. Ucciso un capo dell'Isis

      Un drone ha ucciso un capo dell'Isis vicino a Idlib.
      """#,
      #"""
      = title: Siria. Ucciso un capo dell'Isis
      title: Siria. Ucciso un capo dell'Isis
      body: Un drone ha ucciso un capo dell'Isis vicino a Idlib.
      """#),
    MastheadCase(
      "en",
      #"""
      Army retakes town in northern Mali.

      BAMAKO (AFP) – The army said on Friday it had retaken the town.
      """#,
      #"""
      = title: Army retakes town in northern Mali.
      = publisher: AFP
      = dateline: BAMAKO (AFP) –
      = place: BAMAKO
      title: Army retakes town in northern Mali.
      body: BAMAKO (AFP) – The army said on Friday it had retaken the town.
      """#),
    MastheadCase(
      "it",
      #"""
      "Rotta la tregua lungo il confine"

      Il ministero ha accusato le guardie tagike. Dushanbe ha respinto le accuse.
      """#,
      #"""
      = title: "Rotta la tregua lungo il confine"
      title: "Rotta la tregua lungo il confine"
      body: Il ministero ha accusato le guardie tagike.
      body: Dushanbe ha respinto le accuse.
      """#),
  ]

  @Test(arguments: titles) func `finds the title`(report: MastheadCase) throws {
    #expect(try MastheadReading.shared.get().told(report.text, report.language) == report.reading)
  }
}
