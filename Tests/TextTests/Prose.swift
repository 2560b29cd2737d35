/// Small reports that have something of another format about them.
enum Prose {
  static let documents: [(kind: String, text: String)] = [
    (
      "plain",
      #"""
      Dodici soldati sono stati uccisi a Gao. La polizia ha arrestato tre uomini.
      """#
    ),
    (
      "front matter",
      #"""
      ---
      title: Attack in Gao
      date: 2026-05-14
      tags: [mali, gao]
      ---

      Twelve soldiers were killed in Gao on Monday, police said.
      """#
    ),
    (
      "markdown",
      #"""
      # Attack in Gao

      **Twelve soldiers** were killed in [Gao](https://example.org/gao) on Monday, *police said*.

      - Three were wounded.
      - The army sent `reinforcements`.

      > Nobody claimed the attack.
      """#
    ),
    (
      "json in passing",
      #"""
      The group published a file that reads {"killed": 12, "place": "Gao"}, a security firm said. Twelve soldiers were killed in Gao on Monday.
      """#
    ),
    (
      "some markup",
      #"""
      Twelve soldiers were killed in <b>Gao</b> on Monday, police said.<br>
      The army sent <i>reinforcements</i> to the town, where three people were wounded.
      """#
    ),
    (
      "bullets",
      #"""
      - attack in Gao: 12 killed
      - attack in Kidal: 3 wounded
      - clashes in Mopti: none killed
      """#
    ),
    (
      "table in a report",
      #"""
      The army gave these figures on Monday, after the third attack in a week:

      Gao	12	3
      Kidal	4	9
      Mopti	1	2

      The government condemned the attacks and promised a response. Nobody claimed them.
      The opposition asked for an inquiry.
      """#
    ),
    (
      "markdown table in a report",
      #"""
      Twelve soldiers were killed in three attacks this week, the army said.

      | place | killed |
      |---|---|
      | Gao | 8 |
      | Kidal | 4 |

      Nobody claimed the attacks. The government condemned them on Monday.
      """#
    ),
    (
      "header",
      #"""
      From our correspondent:
      GAO, May 14 - Twelve soldiers were killed in Gao on Monday, police said.
      """#
    ),
    (
      "pasted header",
      #"""
      From: our correspondent in Bamako
      Date: 14 May 2026
      Subject: attack in Gao

      Twelve soldiers were killed in Gao on Monday, police said.
      """#
    ),
    (
      "form",
      #"""
      Place: Gao
      Date: 14 May 2026
      Killed: 12
      Wounded: 3
      Source: police
      """#
    ),
    (
      "modulo",
      #"""
      Luogo: Gao
      Data: 14 maggio 2026
      Morti: 12
      Fonte: polizia
      """#
    ),
    (
      "chronicle",
      #"""
      10:00 - Twelve soldiers are killed in Gao.
      10:30 - The army sends reinforcements.
      11:15 - Nobody has claimed the attack.
      """#
    ),
    (
      "chronicle of days",
      #"""
      2026-05-12: attack in Gao, 12 killed
      2026-05-13: clashes in Kidal, 3 wounded
      2026-05-14: raid on Mopti
      """#
    ),
    (
      "notes",
      #"""
      [1] Twelve soldiers were killed in Gao.
      [2] Three people were wounded in Kidal.
      [3] Nobody claimed the attacks.
      """#
    ),
    (
      "agency",
      #"""
      [Reuters] Twelve soldiers were killed in Gao, police said.
      """#
    ),
    (
      "quote",
      #"""
      "Twelve soldiers were killed", the governor said. "We will respond; we are not afraid", he added.
      """#
    ),
    (
      "semicolons",
      #"""
      I morti sono dodici;
      i feriti sono tre;
      gli arrestati sono sette;
      i dispersi sono due.
      """#
    ),
    (
      "commas",
      #"""
      In Gao, twelve soldiers, three civilians and a child were killed, police said.
      In Kidal, two rebels, one civilian and a nurse were wounded, police said.
      """#
    ),
    (
      "lower wire",
      #"""
      twelve soldiers were killed in gao, police said. three people were wounded. nobody claimed the attack.
      """#
    ),
    (
      "upper wire",
      #"""
      TWELVE SOLDIERS WERE KILLED IN GAO, POLICE SAID. THREE PEOPLE WERE WOUNDED.
      """#
    ),
    (
      "tags",
      #"""
      #Mali: dodici soldati uccisi a #Gao, secondo @polizia. https://example.org/a?b=1&c=2
      """#
    ),
    (
      "comment",
      #"""
      <!-- from the desk -->
      Twelve soldiers were killed in Gao on Monday, police said. Nobody claimed the attack.
      """#
    ),
    (
      "autolink",
      #"""
      <https://example.org/gao>

      Twelve soldiers were killed in Gao on Monday, police said.
      """#
    ),
    (
      "signed",
      #"""
      -----BEGIN PGP SIGNED MESSAGE-----
      Hash: SHA256

      Twelve soldiers were killed in Gao on Monday, police said. Three people were wounded, and nobody claimed the attack. The army sent reinforcements to the town and closed the road to Kidal. The governor promised a response.
      -----BEGIN PGP SIGNATURE-----

      iQEzBAEBCAAdFiEE7x2k0m9s1Q4w5e6r7t8y9u0i1o2pFAl
      =abcd
      -----END PGP SIGNATURE-----
      """#
    ),
    (
      "figures",
      #"""
      Killed 12. Wounded 30. Missing 4. Arrested 7.
      """#
    ),
    (
      "fence",
      #"""
      Twelve soldiers were killed in Gao on Monday. The attackers left a script behind, police said:

      ```
      rm -rf /srv
      ```

      Three people were wounded, and nobody claimed the attack.
      """#
    ),
    (
      "arrow",
      #"""
      Convoy route: Gao -> Kidal. Twelve soldiers were killed on it on Monday, police said.
      """#
    ),
    (
      "rule",
      #"""
      ==========
      ATTACK IN GAO
      ==========
      Twelve soldiers were killed in Gao on Monday.
      """#
    ),
    (
      "dates",
      #"""
      GAO, 14/05/2026 - Dodici morti, 3 feriti, 2 dispersi.
      """#
    ),
    (
      "short",
      #"""
      Attack in Gao; 12 killed (police)
      """#
    ),
    (
      "short colon",
      #"""
      Gao: 12 killed; 3 wounded
      """#
    ),
    (
      "let",
      #"""
      Let us be clear = war, the minister said. Twelve soldiers were killed in Gao.
      """#
    ),
    (
      "import",
      #"""
      Import bans

      The government banned imports from Mali after twelve soldiers were killed in Gao.
      """#
    ),
    (
      "class",
      #"""
      Class war in Gao: twelve killed
      """#
    ),
    (
      "select",
      #"""
      Select committee: army killed 12 in Gao
      """#
    ),
    (
      "for",
      #"""
      For the third time this week, rebels attacked Gao:
      """#
    ),
    (
      "names",
      #"""
      Mario Rossi, Luca Bianchi, Anna Verdi
      were killed in Gao on Monday, police said.
      """#
    ),
    (
      "english list",
      #"""
      Killed, wounded, missing
      Gao, twelve, three, two
      """#
    ),
    (
      "starred",
      #"""
      *** URGENT ***
      Twelve soldiers were killed in Gao on Monday, police said.
      ***
      """#
    ),
    (
      "mail quoted",
      #"""
      > Twelve soldiers were killed in Gao.
      > Three were wounded.
      """#
    ),
    (
      "euro",
      #"""
      Un riscatto di 3.000.000 € (circa 3,2 milioni di $) per i tre ostaggi rapiti a Gao; 50% già pagato.
      """#
    ),
    (
      "muc",
      #"""
      DEV-MUC3-0001 (NOSC)

         SAN SALVADOR, 3 JAN 90 -- [REPORT] [TEXT] TWELVE SOLDIERS WERE KILLED.
      """#
    ),
    (
      "from",
      #"""
      From Gao, where twelve soldiers were killed on Monday: a report.
      """#
    ),
    (
      "begin",
      #"""
      begin with the news: twelve soldiers were killed in Gao.
      """#
    ),
    (
      "braces",
      #"""
      {Twelve soldiers were killed in Gao on Monday, police said.}
      """#
    ),
    (
      "yaml like",
      #"""
      update: twelve soldiers killed in Gao
      correction: fifteen soldiers killed in Gao
      """#
    ),
    (
      "sms",
      #"""
      gao: 12 killed
      kidal: 3 wounded
      mopti: calm
      """#
    ),
    (
      "two colons by a slip",
      #"""
      Gao: a blast killed twelve soldiers:: police said so on Monday.
      """#
    ),
    (
      "capitals that a query has too",
      #"""
      FROM THE CAPITAL, THE ARMY SAID THAT TWELVE SOLDIERS WERE KILLED IN GAO;
      WHERE THE ATTACKERS CAME FROM, NOBODY SAYS.
      """#
    ),
  ]
}
