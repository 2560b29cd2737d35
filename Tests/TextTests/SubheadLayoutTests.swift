import Testing

/// Subheads below the title and inside the text.
@Suite struct SubheadLayoutTests {
  private static let subheads: [MastheadCase] = [
    MastheadCase(
      "it",
      #"""
      Siria, scontri tra fazioni jihadiste a Idlib

      Almeno quattro morti a Sarmada, i negoziati sono falliti
      Miliziani di HTS si sono scontrati ieri sera con combattenti di Hurras al-Din. La sparatoria ha causato quattro morti.
      Nel nord della provincia la tensione resta alta. La Turchia ha inviato un convoglio.
      """#,
      #"""
      = title: Siria, scontri tra fazioni jihadiste a Idlib
      title: Siria, scontri tra fazioni jihadiste a Idlib
      subhead: Almeno quattro morti a Sarmada, i negoziati sono falliti
      body: Miliziani di HTS si sono scontrati ieri sera con combattenti di Hurras al-Din.
      body: La sparatoria ha causato quattro morti.
      body: Nel nord della provincia la tensione resta alta.
      body: La Turchia ha inviato un convoglio.
      """#),
    MastheadCase(
      "it",
      #"""
      Siria, scontri tra fazioni jihadiste a Idlib
      Almeno quattro morti a Sarmada, falliti i negoziati. La Turchia invia rinforzi.

      di Marco Bianchi

      Miliziani di HTS si sono scontrati ieri sera a Sarmada con combattenti di Hurras al-Din. La sparatoria ha causato quattro morti.
      """#,
      #"""
      = title: Siria, scontri tra fazioni jihadiste a Idlib
      title: Siria, scontri tra fazioni jihadiste a Idlib
      subhead: Almeno quattro morti a Sarmada, falliti i negoziati.
      subhead: La Turchia invia rinforzi.
      furniture: di Marco Bianchi
      body: Miliziani di HTS si sono scontrati ieri sera a Sarmada con combattenti di Hurras al-Din.
      body: La sparatoria ha causato quattro morti.
      """#),
    MastheadCase(
      "it",
      #"""
      Scontri tra fazioni jihadiste a Idlib
      Quattro combattenti uccisi negli scontri a Sarmada, falliti i negoziati.

      Miliziani di HTS si sono scontrati ieri sera a Sarmada con combattenti di Hurras al-Din. Negli scontri sono morti quattro combattenti, mentre i negoziati sono falliti.
      """#,
      #"""
      = title: Scontri tra fazioni jihadiste a Idlib
      title: Scontri tra fazioni jihadiste a Idlib
      subhead: Quattro combattenti uccisi negli scontri a Sarmada, falliti i negoziati.
      body: Miliziani di HTS si sono scontrati ieri sera a Sarmada con combattenti di Hurras al-Din.
      body: Negli scontri sono morti quattro combattenti, mentre i negoziati sono falliti.
      """#),
    MastheadCase(
      "en",
      #"""
      Two drones hit depot in Belgorod
      Two drones struck an oil depot overnight, the governor said.

      No casualties were reported. Kyiv did not comment.
      """#,
      #"""
      = title: Two drones hit depot in Belgorod
      title: Two drones hit depot in Belgorod
      body: Two drones struck an oil depot overnight, the governor said.
      body: No casualties were reported.
      body: Kyiv did not comment.
      """#),
    MastheadCase(
      "en",
      #"""
      KYIV DENIES STRIKE
      Officials say no drones were launched

      Kyiv denied any strike on Monday. Moscow insists.
      """#,
      #"""
      = title: KYIV DENIES STRIKE
      title: KYIV DENIES STRIKE
      subhead: Officials say no drones were launched
      body: Kyiv denied any strike on Monday.
      body: Moscow insists.
      """#),
    MastheadCase(
      "it",
      #"""
      Siria, ucciso un capo dell'Isis
      Un drone ha colpito un'auto vicino a Idlib. Nessuno ha rivendicato.

      DAMASCO, 3 marzo – Un capo dell'Isis è stato ucciso da un drone.
      """#,
      #"""
      = title: Siria, ucciso un capo dell'Isis
      = published: --3-3 “3 marzo”
      = dateline: DAMASCO, 3 marzo –
      = place: DAMASCO
      title: Siria, ucciso un capo dell'Isis
      subhead: Un drone ha colpito un'auto vicino a Idlib.
      subhead: Nessuno ha rivendicato.
      body: DAMASCO, 3 marzo – Un capo dell'Isis è stato ucciso da un drone.
      """#),
    MastheadCase(
      "en",
      #"""
      Al-Shabaab kills five in Mogadishu
      Militants stormed a hotel near the port. Police freed dozens.

      MOGADISHU (Reuters) - Militants stormed a hotel near the port of Mogadishu on Friday, police said.
      """#,
      #"""
      = title: Al-Shabaab kills five in Mogadishu
      = publisher: Reuters
      = dateline: MOGADISHU (Reuters) -
      = place: MOGADISHU
      title: Al-Shabaab kills five in Mogadishu
      subhead: Militants stormed a hotel near the port.
      subhead: Police freed dozens.
      body: MOGADISHU (Reuters) - Militants stormed a hotel near the port of Mogadishu on Friday, police said.
      """#),
    MastheadCase(
      "en",
      #"""
      WORLD
      Gunmen attack base in Mali
      Six soldiers die near Gao

      Gunmen attacked a base on Monday. The army withdrew.
      By Jane Doe
      """#,
      #"""
      = title: Gunmen attack base in Mali
      furniture: WORLD
      title: Gunmen attack base in Mali
      subhead: Six soldiers die near Gao
      body: Gunmen attacked a base on Monday.
      body: The army withdrew.
      furniture: By Jane Doe
      """#),
  ]

  @Test(arguments: subheads) func `finds the subheads`(report: MastheadCase) throws {
    #expect(try MastheadReading.shared.get().told(report.text, report.language) == report.reading)
  }
}
