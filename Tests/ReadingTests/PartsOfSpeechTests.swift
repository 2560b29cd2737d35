import Testing

/// What words are in their sentence: every one marked by hand.
@Suite struct PartsOfSpeechTests {
  @Test(arguments: [
    "Il/DET governo/NOUN ha/AUX approvato/VERB la/DET legge/NOUN ./PUNCT",
    "I/DET soldati/NOUN hanno/AUX attaccato/VERB la/DET base/NOUN ./PUNCT",
    "L'/DET esercito/NOUN attacca/VERB il/DET villaggio/NOUN ./PUNCT",
    "Due/NUM uomini/NOUN sono/AUX stati/AUX arrestati/VERB ./PUNCT",
    "La/DET donna/NOUN lo/PRON ha/AUX visto/VERB ./PUNCT",
    "Il/DET presidente/NOUN non/ADV vuole/AUX dimettersi/VERB dimettersi/PRON ./PUNCT",
    "I/DET ribelli/NOUN che/PRON controllano/VERB la/DET città/NOUN",
    "Ha/AUX detto/VERB che/SCONJ la/DET guerra/NOUN è/AUX finita/VERB ./PUNCT",
    "Gli/PRON hanno/AUX sparato/VERB ./PUNCT",
    "Un/DET attacco/NOUN contro/ADP la/DET base/NOUN militare/ADJ",
    "Questa/DET mattina/NOUN la/DET polizia/NOUN ha/AUX fermato/VERB un/DET uomo/NOUN ./PUNCT",
    "Secondo/ADP la/DET polizia/NOUN ,/PUNCT i/DET feriti/NOUN sono/AUX tre/NUM ./PUNCT",
    "Il/DET secondo/ADJ attacco/NOUN ha/AUX ucciso/VERB tre/NUM persone/NOUN ./PUNCT",
    "Molti/DET civili/NOUN fuggono/VERB ./PUNCT",
    "Tutti/DET i/DET ministri/NOUN sono/AUX presenti/ADJ ./PUNCT",
    "Prima/ADV di/ADP partire/VERB ,/PUNCT ha/AUX parlato/VERB con/ADP i/DET giornalisti/NOUN ./PUNCT",
    "La/DET prima/ADJ vittima/NOUN era/AUX un/DET bambino/NOUN ./PUNCT",
    "Le/DET forze/NOUN armate/ADJ avanzano/VERB verso/ADP nord/NOUN ./PUNCT",
  ])
  func `reads Italian words`(marked: String) throws { try check(marked, "it") }

  @Test(arguments: [
    "The/DET army/NOUN attacked/VERB the/DET village/NOUN ./PUNCT",
    "Soldiers/NOUN have/AUX killed/VERB three/NUM civilians/NOUN ./PUNCT",
    "The/DET attack/NOUN killed/VERB nine/NUM people/NOUN ./PUNCT",
    "The/DET minister/NOUN said/VERB that/SCONJ the/DET war/NOUN was/AUX over/ADV ./PUNCT",
    "He/PRON will/AUX visit/VERB the/DET base/NOUN ./PUNCT",
    "They/PRON want/VERB to/PART leave/VERB the/DET city/NOUN ./PUNCT",
    "The/DET rebels/NOUN who/PRON control/VERB the/DET town/NOUN fled/VERB ./PUNCT",
    "Two/NUM men/NOUN were/AUX arrested/VERB by/ADP police/NOUN ./PUNCT",
    "The/DET report/NOUN was/AUX published/VERB on/ADP Monday/PROPN ./PUNCT",
    "The/DET government/NOUN 's/PART plan/NOUN failed/VERB ./PUNCT",
    "She/PRON did/AUX n't/PART answer/VERB ./PUNCT",
    "A/DET local/ADJ official/NOUN confirmed/VERB the/DET attack/NOUN ./PUNCT",
    "More/ADJ than/ADP 20/NUM people/NOUN died/VERB ./PUNCT",
    "Police/NOUN fired/VERB tear/NOUN gas/NOUN at/ADP protesters/NOUN ./PUNCT",
    "His/PRON house/NOUN was/AUX destroyed/VERB in/ADP the/DET fire/NOUN ./PUNCT",
  ])
  func `reads English words`(marked: String) throws { try check(marked, "en") }

  private func check(_ marked: String, _ language: String) throws {
    // "n't" and "'s" are written together with the word before, as is what a full stop follows.
    var text = ""
    var pairs: [String] = []
    for pair in marked.split(separator: " ") {
      let form = pair.split(separator: "/")[0]
      // "dimettersi" is read as two words, of which the text has one.
      if text.hasSuffix(" " + form), pair.hasSuffix("PRON") {
        pairs.append(String(pair))
        continue
      }
      let isTight = [".", ",", "n't", "'s"].contains(form) || text.hasSuffix("'")
      text += (isTight || text.isEmpty ? "" : " ") + form
      pairs.append(String(pair))
    }
    #expect(try ShippedLexicon.tagged(text, language) == pairs.joined(separator: " "))
  }
}
