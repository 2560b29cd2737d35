import DocumentModel
import Languages
import Testing

@Suite struct ItalianVerbTests {
  /// Present, imperfect, past historic, future (singular and plural), subjunctive s, p, imperfect subjunctive s,
  /// participle, gerund.
  @Test(arguments: [
    "attaccare | attacca attaccano attaccava attaccavano attaccò attaccarono attaccherà attaccheranno attacchi attacchino attaccasse attaccato attaccando",
    "assediare | assedia assediano assediava assediavano assediò assediarono assedierà assedieranno assedi assedino assediasse assediato assediando",
    "lanciare | lancia lanciano lanciava lanciavano lanciò lanciarono lancerà lanceranno lanci lancino lanciasse lanciato lanciando",
    "minacciare | minaccia minacciano minacciava minacciavano minacciò minacciarono minaccerà minacceranno minacci minaccino minacciasse minacciato minacciando",
    "saccheggiare | saccheggia saccheggiano saccheggiava saccheggiavano saccheggiò saccheggiarono saccheggerà saccheggeranno saccheggi saccheggino saccheggiasse saccheggiato saccheggiando",
    "impiegare | impiega impiegano impiegava impiegavano impiegò impiegarono impiegherà impiegheranno impieghi impieghino impiegasse impiegato impiegando",
    "inviare | invia inviano inviava inviavano inviò inviarono invierà invieranno invii inviino inviasse inviato inviando",
    "rilasciare | rilascia rilasciano rilasciava rilasciavano rilasciò rilasciarono rilascerà rilasceranno rilasci rilascino rilasciasse rilasciato rilasciando",
    "colpire | colpisce colpiscono colpiva colpivano colpì colpirono colpirà colpiranno colpisca colpiscano colpisse colpito colpendo",
    "fuggire | fugge fuggono fuggiva fuggivano fuggì fuggirono fuggirà fuggiranno fugga fuggano fuggisse fuggito fuggendo",
    "scoprire | scopre scoprono scopriva scoprivano scoprì scoprirono scoprirà scopriranno scopra scoprano scoprisse scoperto scoprendo",
    "combattere | combatte combattono combatteva combattevano combatté combatterono combatterà combatteranno combatta combattano combattesse combattuto combattendo",
    "cedere | cede cedono cedeva cedevano cedette cedettero cederà cederanno ceda cedano cedesse ceduto cedendo",
    "uccidere | uccide uccidono uccideva uccidevano uccise uccisero ucciderà uccideranno uccida uccidano uccidesse ucciso uccidendo",
    "imporre | impone impongono imponeva imponevano impose imposero imporrà imporranno imponga impongano imponesse imposto imponendo",
    "condurre | conduce conducono conduceva conducevano condusse condussero condurrà condurranno conduca conducano conducesse condotto conducendo",
    "sottrarre | sottrae sottraggono sottraeva sottraevano sottrasse sottrassero sottrarrà sottrarranno sottragga sottraggano sottraesse sottratto sottraendo",
    "intervenire | interviene intervengono interveniva intervenivano intervenne intervennero interverrà interverranno intervenga intervengano intervenisse intervenuto intervenendo",
    "ottenere | ottiene ottengono otteneva ottenevano ottenne ottennero otterrà otterranno ottenga ottengano ottenesse ottenuto ottenendo",
    "fare | fa fanno faceva facevano fece fecero farà faranno faccia facciano facesse fatto facendo",
    "sopraffare | sopraffà sopraffanno sopraffaceva sopraffacevano sopraffece sopraffecero sopraffarà sopraffaranno sopraffaccia sopraffacciano sopraffacesse sopraffatto sopraffacendo",
    "dare | dà danno dava davano diede diedero darà daranno dia diano desse dato dando",
    "stare | sta stanno stava stavano stette stettero starà staranno stia stiano stesse stato stando",
    "andare | va vanno andava andavano andò andarono andrà andranno vada vadano andasse andato andando",
    "dire | dice dicono diceva dicevano disse dissero dirà diranno dica dicano dicesse detto dicendo",
    "essere | è sono era erano fu furono sarà saranno sia siano fosse stato essendo",
    "avere | ha hanno aveva avevano ebbe ebbero avrà avranno abbia abbiano avesse avuto avendo",
    "potere | può possono poteva potevano poté poterono potrà potranno possa possano potesse potuto potendo",
    "volere | vuole vogliono voleva volevano volle vollero vorrà vorranno voglia vogliano volesse voluto volendo",
    "dovere | deve devono doveva dovevano dovette dovettero dovrà dovranno debba debbano dovesse dovuto dovendo",
    "sapere | sa sanno sapeva sapevano seppe seppero saprà sapranno sappia sappiano sapesse saputo sapendo",
    "riuscire | riesce riescono riusciva riuscivano riuscì riuscirono riuscirà riusciranno riesca riescano riuscisse riuscito riuscendo",
    "morire | muore muoiono moriva morivano morì morirono morirà moriranno muoia muoiano morisse morto morendo",
    "risalire | risale risalgono risaliva risalivano risalì risalirono risalirà risaliranno risalga risalgano risalisse risalito risalendo",
    "rimanere | rimane rimangono rimaneva rimanevano rimase rimasero rimarrà rimarranno rimanga rimangano rimanesse rimasto rimanendo",
    "accogliere | accoglie accolgono accoglieva accoglievano accolse accolsero accoglierà accoglieranno accolga accolgano accogliesse accolto accogliendo",
    "scomparire | scompare scompaiono scompariva scomparivano scomparve scomparvero scomparirà scompariranno scompaia scompaiano scomparisse scomparso scomparendo",
    "tacere | tace tacciono taceva tacevano tacque tacquero tacerà taceranno taccia tacciano tacesse taciuto tacendo",
  ])
  func `conjugates in the third persons`(row: String) throws {
    let halves = row.split(separator: "|")
    let verb = try ItalianVerb(lemma: halves[0].split(separator: " ").joined())
    let made = [
      verb.form(.present), verb.form(.present, plural: true), verb.form(.imperfect),
      verb.form(.imperfect, plural: true),
      verb.form(.pastHistoric), verb.form(.pastHistoric, plural: true), verb.form(.future),
      verb.form(.future, plural: true), verb.form(.subjunctive), verb.form(.subjunctive, plural: true),
      verb.form(.imperfectSubjunctive), verb.form(.participle), verb.form(.gerund),
    ]
    #expect(made == halves[1].split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    "prendere preso prese presero", "sconfiggere sconfitto sconfisse sconfissero",
    "esplodere esploso esplose esplosero",
    "distruggere distrutto distrusse distrussero", "respingere respinto respinse respinsero",
    "costringere costretto costrinse costrinsero", "raggiungere raggiunto raggiunse raggiunsero",
    "irrompere irrotto irruppe irruppero", "dissolvere dissolto dissolse dissolsero",
    "travolgere travolto travolse travolsero", "insorgere insorto insorse insorsero",
    "invadere invaso invase invasero", "chiudere chiuso chiuse chiusero", "rispondere risposto rispose risposero",
    "nascondere nascosto nascose nascosero", "promettere promesso promise promisero",
    "soccorrere soccorso soccorse soccorsero", "espellere espulso espulse espulsero",
    "infliggere inflitto inflisse inflissero", "proteggere protetto protesse protessero",
    "dirigere diretto diresse diressero", "assumere assunto assunse assunsero", "muovere mosso mosse mossero",
    "riconoscere riconosciuto riconobbe riconobbero", "perdere perso perse persero", "vivere vissuto visse vissero",
    "vedere visto vide videro", "cadere caduto cadde caddero", "vendere venduto vendette vendettero",
    "concedere concesso concesse concessero", "togliere tolto tolse tolsero", "offrire offerto offrì offrirono",
    "reprimere represso represse repressero", "esistere esistito esisté esisterono",
    "discutere discusso discusse discussero",
  ])
  func `knows the great irregular families`(row: String) throws {
    let cells = row.split(separator: " ").map(String.init)
    let verb = try ItalianVerb(lemma: cells[0])
    let made = [verb.form(.participle), verb.form(.pastHistoric), verb.form(.pastHistoric, plural: true)]
    #expect(made == Array(cells[1...]))
  }

  @Test func `the conditional of hearsay is made with the future stem`() throws {
    #expect(try ItalianVerb(lemma: "avere").form(.conditional, plural: true) == "avrebbero")
    #expect(try ItalianVerb(lemma: "essere").form(.conditional) == "sarebbe")
    #expect(try ItalianVerb(lemma: "attaccare").form(.conditional) == "attaccherebbe")
    #expect(try ItalianVerb(lemma: "venire").form(.conditional, plural: true) == "verrebbero")
  }

  @Test func `participles agree`() throws {
    let verb = try ItalianVerb(lemma: "prendere", forms: "pp=preso;pr=prese,presero")
    let agreements: [Agreement] = [.masculine, .feminine, .masculinePlural, .femininePlural]
    #expect(agreements.map(verb.participle) == ["preso", "presa", "presi", "prese"])
  }

  @Test func `what the lexicon gives wins over the rules`() throws {
    let verb = try ItalianVerb(lemma: "seppellire", forms: "isc;pp=sepolto,seppellito;a")
    #expect(verb.form(.present, plural: true) == "seppelliscono")
    #expect(verb.form(.participle, plural: true, feminine: true) == "sepolte")
    #expect(verb.all.contains { $0.text == "seppellita" && $0.tense == .participle })
    #expect(
      try ItalianVerb(lemma: "zzandare", forms: "pres=zva,zvanno;cong=zvada,zvadano;fut=zzandr").form(.future)
        == "zzandrà")
  }

  @Test func `only the first word of a lemma inflects`() throws {
    let open = try ItalianVerb(lemma: "aprire il fuoco", forms: "pp=aperto il fuoco")
    #expect(open.form(.present, plural: true) == "aprono il fuoco")
    #expect(open.form(.participle) == "aperto il fuoco")
    #expect(try ItalianVerb(lemma: "fare irruzione").form(.pastHistoric) == "fece irruzione")
    #expect(try ItalianVerb(lemma: "prendere il controllo").form(.gerund) == "prendendo il controllo")
  }

  @Test func `a predicate agrees with its subject`() throws {
    let verb = try ItalianVerb(lemma: "rimanere ucciso", forms: "pp=rimasto ucciso;ps=rimane,rimangono")
    #expect(verb.form(.participle, plural: true, feminine: true) == "rimaste uccise")
    #expect(verb.form(.pastHistoric, plural: true) == "rimasero uccisi")
    #expect(verb.form(.pastHistoric, feminine: true) == "rimase uccisa")
    #expect(verb.form(.gerund) == "rimanendo ucciso")
    let worried = try ItalianVerb(
      lemma: "dirsi preoccupato", forms: "pp=detto;pr=disse preoccupato,dissero preoccupati")
    #expect(worried.form(.pastHistoric, plural: true) == "dissero preoccupati")
  }

  @Test func `far stands for fare before another word`() throws {
    let verb = try ItalianVerb(lemma: "fare esplodere")
    #expect(verb.all.filter { $0.tense == .infinitive }.map(\.text) == ["fare esplodere", "far esplodere"])
  }

  @Test func `a negated lemma keeps its negation`() throws {
    let verb = try ItalianVerb(lemma: "non commentare")
    #expect(verb.form(.pastHistoric) == "non commentò")
    #expect(verb.form(.participle) == "non commentato")
    #expect(try ItalianVerb(lemma: "far sapere").form(.present, plural: true) == "fanno sapere")
    #expect(try ItalianVerb(lemma: "far sapere").form(.infinitive) == "far sapere")
  }

  @Test func `reflexive verbs give finite forms without the pronoun`() throws {
    let clash = try ItalianVerb(lemma: "scontrarsi")
    #expect(clash.isReflexive && clash.takesEssere)
    #expect(clash.form(.infinitive) == "scontrarsi")
    #expect(clash.form(.present, plural: true) == "scontrano")
    #expect(clash.form(.participle, plural: true) == "scontrati")
    #expect(clash.form(.gerund) == "scontrandosi")
    #expect(try ItalianVerb(lemma: "arrendersi").form(.participle, plural: true) == "arresi")
    #expect(try ItalianVerb(lemma: "opporsi").form(.present) == "oppone")
    #expect(try ItalianVerb(lemma: "ridursi").form(.pastHistoric) == "ridusse")
    #expect(try ItalianVerb(lemma: "ritirarsi").form(.future) == "ritirerà")
    #expect(try ItalianVerb(lemma: "darsi alla fuga").form(.pastHistoric, plural: true) == "diedero alla fuga")
    #expect(try ItalianVerb(lemma: "darsi alla fuga").form(.gerund) == "dandosi alla fuga")
  }

  @Test(arguments: [
    ("morire", true), ("esplodere", true), ("cadere", true), ("arrivare", true), ("emergere", true), ("giungere", true),
    ("raggiungere", false), ("prevenire", false), ("assalire", false), ("attaccare", false), ("colpire", false),
  ])
  func `knows the auxiliary`(lemma: String, essere: Bool) throws {
    #expect(try ItalianVerb(lemma: lemma).takesEssere == essere)
    #expect(try ItalianVerb(lemma: lemma, forms: "e").takesEssere)
    #expect(try !ItalianVerb(lemma: lemma, forms: "a").takesEssere)
  }

  @Test func `pronouns behind infinitive and gerund are recognised`() throws {
    let forms = try ItalianVerb(lemma: "catturare").encliticForms.map(\.text)
    #expect(forms.contains("catturarli") && forms.contains("catturandone"))
    #expect(try ItalianVerb(lemma: "condurre").encliticForms.map(\.text).contains("condurlo"))
  }

  @Test func `a variant stands behind the form to write`() throws {
    let verb = try ItalianVerb(lemma: "dare")
    let pasts = verb.all.filter { $0.tense == .pastHistoric }
    #expect(pasts.map(\.text) == ["diede", "diedero", "dette", "dettero"])
    #expect(pasts.map(\.isPlural) == [false, true, false, true])
  }

  @Test(arguments: [
    ("attacco", ""), ("Attaccare", ""), ("prendere", "pp=presa"), ("prendere", "pr=presero,prese"),
    ("prendere", "pr=prese"), ("prendere", "past=took"), ("andare", "fut=andrebb"), ("colpire", "isc=sì"), ("", ""),
  ])
  func `what cannot be conjugated is refused with a remedy`(lemma: String, forms: String) {
    do throws(MorphologyError) {
      _ = try ItalianVerb(lemma: lemma, forms: forms)
      Issue.record("“\(lemma)” with “\(forms)” was accepted")
    } catch {
      #expect(!error.remedy.isEmpty)
    }
  }
}
