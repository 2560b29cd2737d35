import Languages
import Testing

@Suite struct NounTests {
  @Test(arguments: [
    "attacco attacchi", "soldato soldati", "medico medici", "incarico incarichi", "amico amici", "fuoco fuochi",
    "sindaco sindaci", "albergo alberghi", "sociologo sociologi", "uomo uomini", "esercizio esercizi", "rinvio rinvii",
    "deposito depositi", "generale generali", "jihadista jihadisti", "problema problemi", "collega colleghi",
    "caffè caffè", "blitz blitz", "drone droni", "raid raid", "ostaggio ostaggi", "tempio templi",
    "migliaio migliaia", "esplosivo esplosivi", "conflitto conflitti", "checkpoint checkpoint", "ordigno ordigni",
  ])
  func `plurals of Italian masculines`(row: String) {
    let cells = row.split(separator: " ").map(String.init)
    #expect(ItalianNoun.plural(of: cells[0], feminine: false) == cells[1])
  }

  @Test(arguments: [
    "autobomba autobombe", "minaccia minacce", "spiaggia spiagge", "camicia camicie", "energia energie",
    "banca banche", "città città", "moto moto", "mano mani", "crisi crisi", "base basi", "serie serie", "moglie mogli",
    "strategia strategie", "polizia polizie", "giornalista giornaliste", "esplosione esplosioni", "arma armi",
  ])
  func `plurals of Italian feminines`(row: String) {
    let cells = row.split(separator: " ").map(String.init)
    #expect(ItalianNoun.plural(of: cells[0], feminine: true) == cells[1])
  }

  @Test(arguments: [
    ("colpo di Stato", false, "colpi di Stato"), ("raid aereo", false, "raid aerei"),
    ("uomo armato", false, "uomini armati"), ("forza speciale", true, "forze speciali"),
    ("campo profughi", false, "campi profughi"), ("posto di blocco", false, "posti di blocco"),
    ("scontro a fuoco", false, "scontri a fuoco"), ("attentato suicida", false, "attentati suicidi"),
    ("gruppo jihadista", false, "gruppi jihadisti"), ("cellula jihadista", true, "cellule jihadiste"),
    ("missile anticarro", false, "missili anticarro"), ("drone kamikaze", false, "droni kamikaze"),
    ("presa d'ostaggi", true, "prese d'ostaggi"),
  ])
  func `the first word of an Italian multiword inflects, and its adjectives`(
    noun: String, feminine: Bool, plural: String
  ) {
    #expect(ItalianNoun.plural(of: noun, feminine: feminine) == plural)
  }

  @Test(arguments: [
    "attack:attacks", "clash:clashes", "city:cities", "convoy:convoys", "gunman:gunmen", "policewoman:policewomen",
    "German:Germans", "human:humans", "aircraft:aircraft", "child:children", "person:people", "hero:heroes",
    "militia:militias", "crisis:crises", "knife:knives", "headquarters:headquarters", "air strike:air strikes",
    "prisoner of war:prisoners of war", "coup d'etat:coups d'etat", "commander-in-chief:commanders-in-chief",
    "car bomb:car bombs", "passer-by:passers-by", "hostage-taking:hostage-takings", "bus:buses",
    "spokesperson:spokespeople", "army corps:army corps", "ambush:ambushes",
  ])
  func `plurals of English nouns`(row: String) {
    let cells = row.split(separator: ":").map(String.init)
    #expect(EnglishNoun.plural(of: cells[0]) == cells[1])
  }
}
