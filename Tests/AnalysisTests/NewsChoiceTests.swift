import Analysis
import DispaccioTestSupport
import DocumentModel
import Testing

/// Which sentences make the news, and which belong to something else.
@Suite struct NewsChoiceTests {
  private func own(_ text: String) throws -> Brief {
    let record = try #require(try ShippedPipeline.process(text).record)
    return record.language.code == "it" ? record.italian : record.english
  }

  private func told(_ text: String) throws -> String {
    try own(text).clauses.map(\.text).joined(separator: " ")
  }

  @Test func `a report that is one long quotation is told from its speaker on, and the quotation is closed`() throws {
    let report =
      "Dice Mario Rossi del comitato “Viale Verdi”: «Abbiamo chiesto noi un incontro al prefetto. Siamo venuti a sentire che cosa si vuole fare per la nostra zona. Finora i controlli fatti non sono bastati. Dopo i recenti interventi abbiamo due negozi chiusi. Sembra che ci sia più calma, ma questo non si può valutare in una settimana. La sera la presenza di persone non gradite prosegue. Di giorno ci sono problemi di degrado. C'è violenza costante contro i membri del comitato. Ci sono denunce nel tempo»."
    let text = try told(report)
    #expect(text.hasPrefix("Dice Mario Rossi del comitato “Viale Verdi”: «Abbiamo chiesto noi"))
    #expect(text.hasSuffix(" […]»."))
    #expect(try own(report).headline.hasPrefix("Dice Mario Rossi"))
  }

  @Test func `what takes up a quotation is told with it, not alone`() throws {
    let text = try told(
      "«Il parco e le case di via Verdi sono in preda ai balordi e ai vandali. Perché questo incontro non lo abbiamo fatto là?». Così un gruppo di residenti si è rivolto mercoledì al sindaco Mario Rossi durante l'assemblea. «Viviamo in una situazione drammatica - ha detto uno di loro - e ogni giorno ci sono schiamazzi. Abbiamo paura a uscire di casa. Nessuno ci aiuta da mesi. Le vetrate sono infrante. Siamo stanchi»."
    )
    #expect(text.hasPrefix("«Il parco"))
    #expect(text.contains("Così un gruppo di residenti si è rivolto mercoledì al sindaco"))
  }

  @Test(arguments: [
    // A year of an older case in the first sentence is no background; an initial keeps its stop; a list may go.
    (
      "Il giudice di Gao ha respinto la richiesta di arresti domiciliari per Mario Rossi, l'ex maestro condannato martedì a vent'anni di reclusione per l'omicidio dell'amico, ucciso la notte fra il 23 e il 24 dicembre 2009. I difensori hanno annunciato il ricorso in appello.",
      "Il giudice di Gao ha respinto la richiesta di arresti domiciliari per Mario Rossi"
    ),
    (
      "MOPTI È finito in manette con l'accusa di furto aggravato Michele C., un giovane di 26 anni che vive con la famiglia di un medico molto noto in tutta la provincia. Il giovane è stato arrestato dai carabinieri.",
      "È finito in manette con l'accusa di furto aggravato Michele C., un giovane di 26 anni"
    ),
    (
      "Spaccata notturna in un bar di Gao: tre giovani banditi hanno rubato di tutto, compresi quattro videopoker, uno scambiasoldi, le sigarette e i biglietti della lotteria. I carabinieri indagano sul furto.",
      "Spaccata notturna in un bar di Gao: tre giovani banditi hanno rubato di tutto"
    ),
    (
      "The New Democrats said Thursday they plan to delay the province's carbon tax law, which will add just over five cents a litre to the cost of gasoline and drive up the cost of other fuels. The government has brought in a bill to enact the tax in September. The tax will make diesel and natural gas more expensive for farms. Two members left the room before the vote, and one of them was arrested outside the building.",
      "The New Democrats said Thursday they plan to delay the province's carbon tax law"
    ),
    // Two who are named in the sentence are "the two leaders"; what goes on with "also" stands over nothing.
    (
      "Defense Secretary Ann Carter met on Monday with the Iraqi prime minister Musa Bello in Gao, where the two leaders discussed the campaign to free the city of Mopti from armed groups. The meeting was short. Also on Monday, Carter commented on the bombings in Segou, which killed nine people.",
      "Defense Secretary Ann Carter met on Monday with the Iraqi prime minister Musa Bello in Gao"
    ),
    (
      "Continua l'azione in tema di contrasto ai reati da parte della compagnia. Ieri i carabinieri hanno arrestato un uomo di 48 anni di Gao per rapina. Il 48 enne è stato arrestato davanti alla sua casa.",
      "Ieri i carabinieri hanno arrestato un uomo di 48 anni di Gao per rapina"
    ),
  ]) func `the headline is the news, with the verb that says it`(report: String, headline: String) throws {
    #expect(try own(report).headline == headline)
  }

  @Test func `a crime that no table of events has is told and not denied`() throws {
    let report =
      "GAO Hanno spaccato il contenitore e hanno rubato il defibrillatore collocato in via Verdi, vicino alla farmacia. Un furto che in pratica non rende, perché nessuno compra un apparecchio del genere."
    #expect(try own(report).headline != "Nessun evento riconosciuto nel testo")
    #expect(try told(report).contains("hanno rubato il defibrillatore"))
  }

  @Test func `a sentence about somebody named in the one before comes with it`() throws {
    let news = "Gunmen attacked a convoy near Mopti on Monday, the army said."
    let filler = String(repeating: " The road runs through dry hills that few vehicles cross.", count: 8)
    let text = try told(
      news + filler + " Doctors treated a woman for burns. The severity of her injuries is unknown, but she was killed."
    )
    #expect(text.contains("her injuries") == text.contains("Doctors treated a woman"))
  }

  @Test func `another case that a report turns to is left out`() throws {
    let text = try told(
      """
      Police shot dead a man in Harlow on Monday, mistaking a pipe for a gun, the chief of police said.

      Three callers had told the police that a man was pointing a gun at people. Five officers went to the place. Four of \
      them fired ten shots. The man was pronounced dead in hospital. His mother said that he was ill.

      The shooting comes less than three weeks after a similar death in Milton. Daniel Webb, 22, was shot dead by \
      officers who looked for a burglar. Police said that they had seen a gun, but he was carrying a telephone.
      """)
    #expect(text.contains("mistaking a pipe for a gun"))
    #expect(!text.contains("Webb"))
    #expect(!text.contains("telephone"))
  }

  @Test func `the place over a list stays with what is told of it`() throws {
    let text = try told(
      """
      Strikes continue against Islamic State

      Coalition forces conducted 30 strikes against Islamic State in Syria and Iraq on Sunday.

      Syria

      Near Palmyra, five strikes destroyed eight oil pumps and killed three fighters.

      Iraq

      Near Mosul, four strikes destroyed two vehicles and killed two fighters.
      """)
    #expect(text.contains("Syria: Near Palmyra"))
    #expect(text.contains("Iraq: Near Mosul"))
  }

  @Test func `the year somebody was born in makes no sentence history`() throws {
    let text = try told(
      """
      Un ragazzo del 2001 è stato arrestato dai carabinieri a Modena per la rapina in una farmacia di viale Verdi. Il \
      bottino era di 300 euro. La refurtiva è stata restituita. I militari hanno sequestrato anche un coltello. Il \
      complice è stato denunciato.
      """)
    #expect(text.contains("del 2001"))
  }

  @Test func `plain reporting is not called an assessment because it stands beside one`() throws {
    let report =
      "Gunmen killed five soldiers near Mopti on Monday, the army said. Two of the attackers were also killed."
      + String(repeating: " The road runs through dry hills that few vehicles cross in the rains.", count: 6) + "\n\n"
      + String(repeating: " The river floods the fields of millet between June and the harvest.", count: 8)
      + "\n\nMayor Ann Cantrell opened the new market. She is likely to be replaced."
    let assessments = try own(report).clauses.filter { $0.role == .assessment }.map(\.text)
    #expect(!assessments.contains { $0.contains("opened the new market") })
  }

  @Test func `what stands behind a list belongs to no place of it, and its marks are no words`() throws {
    let text = try told(
      """
      Strikes continue against Islamic State

      Coalition forces conducted 30 strikes against Islamic State in Syria and Iraq on Sunday.

      Syria

      . Near Palmyra, five strikes destroyed eight oil pumps and killed three fighters.

      Iraq

      . Near Mosul, four strikes destroyed two vehicles and killed two fighters.

      Strike assessments are based on initial reports.
      """)
    #expect(text.contains("Syria: Near Palmyra"))
    #expect(text.contains("Iraq: Near Mosul"))
    #expect(!text.contains("Iraq: Strike"))
  }

  @Test func `no headline is made of a detail that names nobody`() throws {
    let headline = try own(
      """
      È stato portato davanti al giudice per direttissima nella tarda mattinata di ieri, dopo una notte in cella di \
      sicurezza passata senza dormire, il pastore arrestato dai gendarmi di Gao per furto. In tutti i casi, il \
      compratore è arrivato in automobile. La polizia indaga.
      """
    ).headline
    #expect(!headline.contains("automobile"))
  }

  @Test func `a title said once more is no news`() throws {
    let text = try told(
      """
      Gunmen kill five soldiers near Mopti

      Gunmen kill five soldiers near Mopti.

      Gunmen on motorcycles killed five soldiers at a checkpoint near Mopti on Monday, the army said. Two of the \
      attackers were also killed.
      """)
    #expect(!text.hasPrefix("Gunmen kill five soldiers near Mopti."))
    #expect(text.contains("on motorcycles"))
  }

  @Test func `what points back to a sentence comes with it or not at all`() throws {
    let text = try told(
      """
      I soldati hanno arrestato due uomini armati a un posto di blocco vicino a Gao, lunedì mattina.

      La strada era chiusa al traffico da settimane e le pattuglie controllavano ogni veicolo che arrivava dal deserto, \
      anche quelli dei mercanti che portano sale e bestiame verso i mercati della regione e che in passato passavano \
      senza fermarsi. Un camion era stato fermato la sera prima con tre fucili. Il secondo camion trasportava esplosivo, \
      e il conducente è stato arrestato.
      """)
    #expect(text.contains("Il secondo camion") == text.contains("Un camion era stato fermato"))
  }

  @Test func `a request is not told without whose request it is`() throws {
    let text = try told(
      "Dodici anni per il capo della cellula e otto per il suo complice. Sono le richieste avanzate dal pubblico ministero al processo per l'attentato di Gao, in cui furono uccisi cinque soldati."
    )
    #expect(text.contains("Sono le richieste avanzate"))
  }

  @Test(arguments: ["Gary Mason and Ann Mowder.", "Megan Gill brings you the latest from the front."])
  func `captions and the page's own words are no news`(line: String) throws {
    let text = try told(
      "Gunmen killed five soldiers near Mopti\n\n\(line)\n\nGunmen on motorcycles killed five soldiers at a checkpoint near Mopti on Monday, the army said. Two of the attackers were also killed."
    )
    #expect(!text.contains(line))
    #expect(text.hasPrefix("Gunmen on motorcycles"))
  }

  @Test func `where somebody lives gets no country of a greater namesake`() throws {
    let text = try told("A Paris man was arrested on Monday after two houses were set on fire, police said.")
    #expect(text.hasPrefix("A Paris man was arrested"))
  }

  @Test func `a connective that is half of a phrase stays`() throws {
    let text = try told(
      "Strikes destroyed 14 tanks near Palmyra on Sunday. In addition to the 14 tanks, three artillery systems were destroyed, the army said."
    )
    #expect(text.contains("In addition to the 14 tanks"))
  }

  @Test func `a list goes with all its items and keeps its colon`() throws {
    let text = try told(
      """
      The commander explained three priorities on Monday:

      - Defend the border with Syria.
      - Train the army of Iraq.
      - Deter attacks on ships.
      """)
    #expect(text.contains("priorities on Monday:"))
    #expect(text.contains("Defend") && text.contains("Train") && text.contains("Deter"))
  }

  // MARK: - Headlines

  @Test(arguments: [
    (
      "Intorno alle 21, in piazza Garibaldi, all'altezza del vecchio mercato, un'automobile con a bordo due uomini armati ha forzato un posto di blocco dell'esercito, dandosi alla fuga.",
      "Un'automobile con a bordo due uomini armati ha forzato un posto di blocco dell'esercito, dandosi alla fuga"
    ),
    (
      "Gunmen killed five soldiers and took two others away from an outpost near the border with Niger, which had been set up by the army last spring.",
      "Gunmen killed five soldiers and took two others away from an outpost near the border with Niger"
    ),
    // Behind several phrases that say when and where.
    (
      "L'altra notte, dopo la segnalazione di un abitante di via Cavour, i gendarmi della compagnia di Gao hanno arrestato l'autore di un furto di bestiame che era fuggito nel deserto. La polizia indaga.",
      "I gendarmi della compagnia di Gao hanno arrestato l'autore di un furto di bestiame che era fuggito nel deserto"
    ),
    // Behind a clause that says when.
    (
      "Mentre tutte le pattuglie della provincia erano impegnate a presidiare lo stadio, tre uomini armati hanno assaltato la sede della banca in via Verdi portando via il denaro. La polizia indaga.",
      "Tre uomini armati hanno assaltato la sede della banca in via Verdi portando via il denaro"
    ),
    // What stands between subject and verb may go.
    (
      "Un pastore di 38 anni, da tempo sorvegliato speciale e già noto ai militari, è stato denunciato dai gendarmi di Gao e Menaka per il reato di ricettazione. La polizia indaga.",
      "Un pastore di 38 anni è stato denunciato dai gendarmi di Gao e Menaka per il reato di ricettazione"
    ),
    // Up to a subject behind the verb.
    (
      "È stato ritrovato il furgone rubato dalla concessionaria Aurora in via Garibaldi, dove una ventina di giorni fa erano spariti altri tre veicoli. La polizia indaga.",
      "È stato ritrovato il furgone rubato dalla concessionaria Aurora in via Garibaldi"
    ),
  ])
  func `a headline that is cut has its verb`(report: String, headline: String) throws {
    #expect(try own(report).headline == headline)
  }

  @Test(arguments: [
    // The subject would be cut off.
    (
      "Sarebbero indiziati anche per le due rapine al bar Cupido di Gao e alla Dolce Vita di Mopti i due uomini fermati dai carabinieri perché sospettati di un furto. La polizia indaga.",
      "Sarebbero indiziati anche per le due rapine"
    ),
    // A verb that no table knows.
    (
      "L'associazione dei pescatori di Gao nega che l'iniziativa della scorsa settimana al mercato del pesce avesse a che fare con i gruppi armati del deserto. La polizia indaga. Due uomini sono stati arrestati.",
      "L'associazione dei pescatori di Gao nega"
    ),
    // What a conjunction opens is no clause of its own.
    (
      "Tre trattori di nuova produzione del valore di circa 100mila euro, ma che da listino arrivano a valerne 150 mila: questo il bottino su cui i ladri hanno messo le mani a Gao. La polizia indaga.",
      "Ma che da listino arrivano a valerne 150 mila"
    ),
  ])
  func `a headline is no half of a clause`(report: String, half: String) throws {
    #expect(try own(report).headline != half)
  }

  @Test(arguments: [
    (
      "Teneva nascosti in casa decine di fucili rubati. Un pastore di 38 anni è stato arrestato dai gendarmi di Gao. La polizia indaga.",
      "Un pastore di 38 anni è stato arrestato dai gendarmi di Gao"
    ),
    (
      "«È giusto, dovevano farlo anni fa». Il padre di una delle vittime ha chiesto di riaprire il processo sulla strage di Gao. La polizia indaga.",
      "Il padre di una delle vittime ha chiesto di riaprire il processo sulla strage di Gao"
    ),
  ])
  func `no headline lacks its subject or is a quotation where another sentence says what happened`(
    report: String, headline: String
  ) throws {
    #expect(try own(report).headline == headline)
  }

  @Test func `whatever a first sentence is made of, its headline has room`() throws {
    let openings = [
      "", "A cinque anni dai fatti, ", "Ieri sera, in via Verdi, ", "Mentre pioveva, ", "Armati di pistola, ",
      "Nella notte ", "Dopo la lunga fuga di domenica dalla caserma di via Cavour, ", "Secondo la polizia, ",
    ]
    let subjects = [
      "il tribunale", "due uomini", "l'avvocato Rossi, da tempo malato, ", "chi", "sono stati", "Modena", "nessuno",
    ]
    let predicates = [
      "", " hanno assaltato la sede", " sotto accusa", " che era stato arrestato per furto", " uccide",
      " ha detto di sì",
      ": furto",
    ]
    let tails = [
      ".", " con tre complici ancora da identificare che nella fuga hanno perso il denaro e le armi rubate in caserma.",
      ", dopo aver aspettato per ore il ritorno a casa dei proprietari del negozio di via Garibaldi, dove vivono.",
    ]
    for opening in openings {
      for subject in subjects {
        for predicate in predicates {
          for tail in tails {
            let sentence = opening + subject + predicate + tail
            let report = sentence + " Tre soldati sono stati uccisi a Gao."
            #expect(try own(report).headline.count <= 112, "\(sentence)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    "School layoff policies rethought", "Grand Jury Indicts Man In December Slaying",
    "Gunmen attack army outpost near Gao",
  ])
  func `a title that was set as the first sentence stands over the brief and not in it`(title: String) throws {
    let report = """
      \(title). When gunmen attacked the outpost near Gao on Monday, the guards had left it an hour before. Five soldiers \
      were killed on the road to the river. The army has sent a second company to the region.
      """
    let record = try #require(try ShippedPipeline.process(report).record)
    #expect(record.english.headline == title)
    #expect(record.english.clauses.first?.sentences == [1])
  }

  /// What a phrase at the head gives as somebody's view is not the report's own.
  @Test(arguments: [
    "Per gli inquirenti, l'uomo fermato domenica alla frontiera ha ucciso cinque soldati nella caserma di Gao e altri due a Mopti.",
    "Dopo le parole dell'accusa, l'uomo fermato domenica alla frontiera ha ucciso cinque soldati nella caserma di Gao e altri due.",
  ])
  func `no headline loses whose view it is`(sentence: String) throws {
    let headline = try own(sentence + " La polizia indaga. Il processo comincia a maggio.").headline
    #expect(!headline.hasPrefix("L'uomo"), "\(headline)")
  }

  @Test func `a headline that is quoted has room for its label`() throws {
    let report = """
      The two engineers and a Spanish technician who were taken near the river in the north were released on Friday \
      night, officials said. The army has sent a second company to the region. Five soldiers were killed in Gao.
      """
    let record = try #require(try ShippedPipeline.process(report).record)
    #expect(record.italian.headline.hasPrefix("In inglese: «"))
    #expect(record.italian.headline.count <= 110)
  }

  @Test func `a first sentence with its articles is no title`() throws {
    let report = """
      The army has left the town of Gao. Five soldiers were killed on the road to the river. The mayor has asked for a \
      second company.
      """
    let record = try #require(try ShippedPipeline.process(report).record)
    #expect(record.english.clauses.first?.sentences == [0])
  }

  @Test func `a report's own title stands over a text in which nothing was recognized`() throws {
    let report = """
      Una stagione da ricordare

      La squadra ha vinto il campionato con tre giornate di anticipo. I tifosi hanno festeggiato in piazza. La società \
      prepara un nuovo stadio.
      """
    let record = try #require(try ShippedPipeline.process(report).record)
    #expect(record.italian.headline == "Una stagione da ricordare")
    // In its own language the report speaks for itself; in the other one a reader is told that nothing was recognized.
    #expect(record.italian.clauses[0].text == "La squadra ha vinto il campionato con tre giornate di anticipo.")
    #expect(record.english.headline == "In Italian: “Una stagione da ricordare”")
    #expect(record.english.clauses[0].text.hasPrefix("No event recognized in the text. "))
  }

  @Test func `what may be news is told whole though no event was read`() throws {
    let report =
      "Nel centro storico i Carabinieri, unitamente ai colleghi di una stazione vicina, hanno arrestato in flagranza un quarantenne. L'uomo teneva in casa tre panetti. Il giudice ha convalidato la misura."
    #expect(try own(report).headline != "Nessun evento riconosciuto nel testo")
    #expect(try told(report).contains("hanno arrestato in flagranza un quarantenne"))
  }

  @Test(arguments: [
    // Quotation marks with spaces on both sides, a quotation that never ends.
    """
    Il sindaco e la giunta dichiarano guerra ai motorini " truccati ", a cui vengono sostituite parti originali. Lo fa \
    nell'incontro dell'altra sera con i residenti: «Ci sono motorini che corrono giorno e notte in via Gao. Passano sotto \
    casa mia anche alle quattro del mattino. Chi c'era prima di lei aveva deciso di lasciarli correre. Adesso bisogna che \
    la polizia intervenga. È una questione di quiete pubblica. Non dormiamo da mesi. Siamo stanchi di tutto questo.
    """,
    "«So chi sono quei ragazzi. Sono mesi che li vedo tutti i giorni. Lasciano bottiglie per terra. Si sentono i padroni "
      + "della strada. In tutta questa zona, anche in via Gao». Anche il titolare di un negozio ha da dire qualcosa sulla "
      + "banda di adolescenti che da mesi esaspera un'intera zona del centro e che nessuno riesce a fermare.",
  ])
  func `a report that nothing else can be told of is told by its first sentence`(report: String) throws {
    let brief = try own(report)
    #expect(!brief.headline.isEmpty)
    #expect(!brief.clauses.isEmpty)
  }

  @Test func `a longer report of what no table knows is told, and its short first sentence is no list of names`() throws
  {
    let report = """
      Furto a “Babbo Natale” a Vignola. È successo nella zona di Villa Fiorita. Ignoti, sempre verso la fine del \
      pomeriggio, si sono introdotti in un'abitazione e, dopo avere forzato la porta d'ingresso, hanno portato via \
      diversi regali che si trovavano sotto l'albero, tra cui anche oggetti di particolare valore. Al momento, rimane \
      ancora sconosciuta l'identità degli autori del furto, sul quale i proprietari hanno chiesto aiuto a tutti i vicini.
      """
    #expect(try own(report).headline == "Furto a “Babbo Natale” a Vignola")
    #expect(try told(report).contains("hanno portato via diversi regali"))
  }

  @Test func `a chain of sentences that lean is told to its end where there is room`() throws {
    let report = """
      La Squadra volante ha messo pattuglie in alcuni punti per impedire la fuga degli spacciatori. Poi hanno fermato due \
      nigeriani: un 28enne è stato denunciato. L'altro, un 22enne, è stato arrestato perché aveva 40 grammi di marijuana. \
      Addosso aveva anche due telefonini. La polizia ha poi trovato anche una bici con altri 32 grammi.
      """
    #expect(try told(report).contains("Addosso aveva anche due telefonini"))
    #expect(try told(report).contains("una bici con altri 32 grammi"))
  }

  @Test func `what leant on a sentence that was told later is told with it`() throws {
    // The arrest weighs most, and stands behind a chain that is told sentence by sentence.
    let report = """
      Due carrelli della spesa, pieni di generi alimentari, usciti dal centro commerciale di Gao senza passare \
      dalla cassa. La mossa non è sfuggita alla vigilanza, che ha fermato una giovane. Ma del pagamento non \
      c'era traccia. La 22enne, residente a Mopti, ha pagato la spesa. Altro intervento in una via del centro. \
      Il portiere di un condominio aveva chiesto un controllo: gli agenti vi hanno trovato un tunisino di 34 \
      anni che dormiva su un materasso. L'uomo, irregolare, è stato arrestato e condannato a 40 giorni di \
      carcere. Chi passa per la piazza vede spesso i banchi del mercato e le tende dei venditori di stoffe, che \
      arrivano da lontano. D'estate i turisti si fermano a guardare le vetrine e comprano stoffe colorate da \
      portare a casa. In autunno tornano le fiere, con le bancarelle di dolci e i giochi per i bambini del \
      quartiere. Nelle sere d'inverno la piazza resta vuota e le luci dei negozi si spengono presto, come un \
      tempo.
      """
    #expect(try told(report).contains("L'uomo, irregolare, è stato arrestato"))
  }

  @Test(arguments: [
    ("Gli addetti hanno notato che la rete era stata tagliata e hanno avvertito la polizia.", false),
    ("La rete era stata tagliata e nessuno aveva avvertito la polizia.", true),
  ])
  func `only the first verb of a sentence makes it older than the news`(second: String, isOlder: Bool) throws {
    let filler = String(
      repeating: " Chi passa per la piazza vede i banchi del mercato e le tende dei venditori di stoffe.", count: 9)
    let document = try ShippedPipeline.process("Quattro uomini hanno rubato merce a Gao. \(second)" + filler)
    #expect(document.explanation().contains("s2 background") == isOlder)
  }

  @Test func `a title that is set as the first sentence is not printed twice`() throws {
    let report = """
      Routine traffic stop leads to charges. An officer stopped a car for speeding on Tuesday near Gao. The driver \
      accelerated and fled on foot. Police arrested him with two other men after a search of the woods.
      """
    let brief = try own(report)
    #expect(brief.headline == "Routine traffic stop leads to charges")
    #expect(brief.clauses.first?.text.hasPrefix("An officer stopped a car") == true)
  }

  @Test func `a dash that parts two texts of a page is no part of a sentence`() throws {
    #expect(try told("I carabinieri hanno arrestato due uomini a Gao. —").hasSuffix("due uomini a Gao (Mali)."))
  }

  // MARK: - What is vouched for

  @Test func `a table has a row only where all of the sentence was read`() throws {
    let read = try #require(try ShippedPipeline.process("Il JNIM ha attaccato una base a Gao.").record)
    #expect(read.vouched == [0])
    let unread = try #require(
      try ShippedPipeline.process(
        "Authorities said that a man killed seven residents of a home for the old in Sanford."
      )
      .record)
    #expect(unread.vouched.isEmpty)
  }

  @Test(arguments: [
    "Douma is surrounded by government forces.", "Douma è circondata dalle forze governative.",
  ])
  func `a state is told as no deed`(report: String) throws {
    let record = try #require(try ShippedPipeline.process(report).record)
    let other = record.language.code == "it" ? record.english : record.italian
    #expect(other.clauses.allSatisfy { $0.means == .quoted })
  }

  // MARK: - Where sentences end and datelines stand

  @Test(arguments: [
    ("The car hit a tree around 2 a.m. Sunday, the police said. Nobody was hurt.", 2),
    ("The car hit a tree around 2 a.m. Police said that nobody was hurt.", 2),
  ])
  func `a time of day goes on with its day`(report: String, count: Int) throws {
    let record = try #require(try ShippedPipeline.process(report).record)
    #expect(record.sentences.count == count)
    #expect(!record.sentences.contains { record.text[$0.span.range].starts(with: "Sunday".utf8) })
  }

  @Test func `a place in capitals before a sentence is its dateline`() throws {
    let brief = try own(
      "MENAKA Nella serata di lunedì uomini armati hanno ucciso cinque soldati a un posto di blocco. L'esercito ha confermato l'attacco."
    )
    #expect(brief.headline.hasPrefix("Nella serata di lunedì uomini armati hanno ucciso cinque soldati"))
    let article = try own(
      "MENAKA I soldati hanno ucciso cinque miliziani a Menaka. L'esercito ha confermato l'operazione.")
    #expect(article.clauses[0].text.hasPrefix("I soldati"))
    let capitals = try own(
      "MOPTI Nella serata di lunedì uomini armati hanno ucciso cinque soldati a Mopti, lungo la strada per Gao.")
    #expect(capitals.clauses[0].text.hasPrefix("Nella serata"))
  }

  @Test func `a day before a title is the report's day`() throws {
    let record = try #require(
      try ShippedPipeline.process(
        """
        January 9: Strikes continue against Islamic State

        Coalition forces conducted 34 strikes against Islamic State in Syria on Sunday. Two vehicles were destroyed.
        """
      ).record)
    #expect(record.english.headline == "Strikes continue against Islamic State")
    #expect(record.dateline != nil)
  }
}
