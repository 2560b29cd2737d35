/// Irregular Italian verbs, each with the compounds that go like it.
///
/// A row holds for every verb with its ending, or only for the verbs that its prefixes name (`""` is the simple verb);
/// the longest ending wins, and a named prefix before none. The forms are those of the ending: `endere` with `pp=eso`
/// makes *preso* of *prendere*.
enum ItalianVerbFamilies {
  private struct Family {
    let ending: String
    let forms: Irregularities
    let prefixes: Set<String>?
  }

  /// What is irregular in a verb; nothing for a regular one.
  static func irregularities(of infinitive: String) -> Irregularities {
    for length in stride(from: infinitive.count, through: 4, by: -1) {
      let ending = String(infinitive.suffix(length))
      let prefix = String(infinitive.dropLast(length))
      let found = families[ending] ?? []
      let family = found.first { $0.prefixes?.contains(prefix) ?? false } ?? found.first { $0.prefixes == nil }
      if let family { return family.forms.prefixed(by: prefix) }
    }
    return Irregularities()
  }

  /// Whether an `-ire` verb goes like *aprire*, not like *colpire*. Most go like *colpire*.
  static func isWithoutISC(_ infinitive: String) -> Bool {
    exactWithoutISC.contains(infinitive) || endingsWithoutISC.contains(where: infinitive.hasSuffix)
  }

  private static let endingsWithoutISC = [
    "prire", "ffrire", "dormire", "sentire", "seguire", "vestire", "fuggire", "bollire", "cucire", "vertire", "pentire",
  ]
  private static let exactWithoutISC: Set<String> = [
    "partire", "ripartire", "dipartire", "servire", "mentire", "nutrire", "assorbire", "applaudire", "inghiottire",
    "plaudire",
  ]

  /// Verbs in `-iare` whose *i* is stressed in *egli invìa*.
  static let stressedI: Set<String> = [
    "inviare", "rinviare", "avviare", "riavviare", "deviare", "sviare", "fuorviare", "traviare", "spiare", "espiare",
    "razziare", "sciare", "obliare", "striare",
  ]

  /// Regular verbs that make their compound tenses only with *essere*.
  static let alwaysWithEssere: Set<String> = [
    "arrivare", "entrare", "rientrare", "tornare", "ritornare", "partire", "ripartire", "fuggire", "sfuggire",
    "scappare",
    "scoppiare", "precipitare", "crollare", "diventare", "restare", "sparire", "svanire", "accorrere", "esistere",
    "sembrare", "bastare", "costare", "risultare", "espatriare", "affluire", "perire", "decedere", "penetrare",
    "affiorare", "trapelare", "giacere", "piacere", "dispiacere", "divampare", "sfociare", "emigrare",
  ]

  /// Verbs whose predicate agrees with the subject: *sono rimasti uccisi*.
  static let copulas: Set<String> = [
    "essere", "rimanere", "restare", "cadere", "tornare", "diventare", "risultare", "dire", "dichiarare", "mostrare",
    "trovare", "morire",
  ]

  private static let families: [String: [Family]] = {
    var result: [String: [Family]] = [:]
    for (ending, forms, prefixes) in auxiliaries + irregularPresents + irregularPasts {
      var values = Irregularities()
      for part in forms.split(separator: ";") {
        let pieces = part.split(separator: "=").map(String.init)
        values.set(pieces[0], to: pieces.count > 1 ? pieces[1].split(separator: ",").map(String.init) : [])
      }
      let limit = prefixes.map { Set($0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)) }
      result[ending, default: []].append(Family(ending: ending, forms: values, prefixes: limit))
    }
    return result
  }()

  private typealias Row = (ending: String, forms: String, prefixes: String?)

  private static let faceva = "cong=faccia,facciano;imp=faceva,facevano;pr=fece,fecero;fut=far;pp=fatto"
  private static let venne = "pres=viene,vengono;pr=venne,vennero;fut=verr;pp=venuto"

  private static let auxiliaries: [Row] = [
    (
      "essere",
      "pres=è,sono;cong=sia,siano;imp=era,erano;pr=fu,furono;fut=sar;pp=stato;congimp=fosse,fossero;ger=essendo;e", ""
    ),
    ("avere", "pres=ha,hanno;cong=abbia,abbiano;pr=ebbe,ebbero;fut=avr", ""),
    ("fare", "pres=fa,fanno;\(faceva)", ""),
    ("fare", "pres=fà,fanno;\(faceva)", "ri,dis,sopraf,contraf,stra,assue,lique,stupe"),
    ("fare", "pres=fa,fano,fa,fanno;\(faceva)", "soddis"),
    ("dare", "pres=dà,danno;cong=dia,diano;pr=diede,diedero,dette,dettero;fut=dar;congimp=desse,dessero", ",ri"),
    ("stare", "pres=sta,stanno;cong=stia,stiano;pr=stette,stettero;fut=star;congimp=stesse,stessero;e", ""),
    ("stare", "pres=stà,stanno;cong=stia,stiano;pr=stette,stettero;fut=star;congimp=stesse,stessero;e", "sotto"),
    ("andare", "pres=va,vanno;cong=vada,vadano;fut=andr;e", ""),
    ("potere", "pres=può,possono;pr=poté,poterono;fut=potr", ""),
    ("volere", "pres=vuole,vogliono;pr=volle,vollero;fut=vorr", ""),
    ("dovere", "pres=deve,devono;cong=debba,debbano,deva,devano;pr=dovette,dovettero;fut=dovr", ""),
    ("sapere", "pres=sa,sanno;cong=sappia,sappiano;pr=seppe,seppero;fut=sapr", ""),
    (
      "dire", "pres=dice,dicono;imp=diceva,dicevano;pr=disse,dissero;fut=dir;pp=detto",
      ",ri,contrad,dis,pre,bene,male,inter"
    ),
  ]

  private static let irregularPresents: [Row] = [
    ("porre", "pres=pone,pongono;imp=poneva,ponevano;pr=pose,posero;fut=porr;pp=posto", nil),
    ("durre", "pres=duce,ducono;imp=duceva,ducevano;pr=dusse,dussero;fut=durr;pp=dotto", nil),
    ("trarre", "pres=trae,traggono;imp=traeva,traevano;pr=trasse,trassero;fut=trarr;pp=tratto", nil),
    ("venire", "\(venne);e", nil),
    ("venire", venne, "pre,circon"),
    ("tenere", "pres=tiene,tengono;pr=tenne,tennero;fut=terr", nil),
    ("uscire", "pres=esce,escono;e", ",ri,fuori"),
    ("morire", "pres=muore,muoiono;pp=morto;e", nil),
    ("salire", "pres=sale,salgono;e", ",ri"),
    ("salire", "pres=sale,salgono", "as"),
    ("manere", "pres=mane,mangono;pr=mase,masero;fut=marr;pp=masto;e", nil),
    ("gliere", "pres=glie,lgono;pr=lse,lsero;pp=lto", nil),
    ("spegnere", "pres=spegne,spengono;pr=spense,spensero;pp=spento", nil),
    ("valere", "pres=vale,valgono;pr=valse,valsero;fut=varr;pp=valso", nil),
    ("dolere", "pres=duole,dolgono;pr=dolse,dolsero;fut=dorr", nil),
    ("sedere", "pres=siede,siedono", ",pos,ri"),
    ("acere", "pres=ace,acciono;pr=acque,acquero", nil),
    ("nuocere", "pres=nuoce,nuocciono;pr=nocque,nocquero;pp=nociuto", nil),
    ("cuocere", "pres=cuoce,cuociono;pr=cosse,cossero;pp=cotto", nil),
    ("parere", "pres=pare,paiono;pr=parve,parvero;fut=parr;pp=parso;e", ""),
    ("parire", "pres=pare,paiono;pr=parve,parvero;pp=parso;e", "ap,com,scom,riap,ricom"),
    ("bere", "pres=beve,bevono;imp=beveva,bevevano;pr=bevve,bevvero;fut=berr;pp=bevuto", ""),
    ("udire", "pres=ode,odono", ""),
    ("empire", "pres=empie,empiono", ",ri"),
  ]

  private static let irregularPasts: [Row] = [
    ("vedere", "pr=vide,videro;fut=vedr;pp=visto,veduto", nil),
    ("prevedere", "pr=previde,previdero;pp=previsto", nil),
    ("provvedere", "pr=provvide,provvidero;pp=provveduto,provvisto", nil),
    ("cadere", "pr=cadde,caddero;fut=cadr;e", nil),
    ("vivere", "pr=visse,vissero;fut=vivr;pp=vissuto", nil),
    ("uovere", "pr=osse,ossero;pp=osso", nil),
    ("piovere", "pr=piovve,piovvero", nil),
    ("cuotere", "pr=cosse,cossero;pp=cosso", nil),
    ("nascere", "pr=nacque,nacquero;pp=nato;e", nil),
    ("crescere", "pr=crebbe,crebbero;e", nil),
    ("noscere", "pr=nobbe,nobbero", nil),
    ("mettere", "pr=mise,misero;pp=messo", nil),
    ("correre", "pr=corse,corsero;pp=corso", nil),
    ("rompere", "pr=ruppe,ruppero;pp=rotto", nil),
    ("scrivere", "pr=scrisse,scrissero;pp=scritto", nil),
    ("chiedere", "pr=chiese,chiesero;pp=chiesto", nil),
    ("perdere", "pr=perse,persero;pp=perso,perduto", nil),
    ("spondere", "pr=spose,sposero;pp=sposto", nil),
    ("scondere", "pr=scose,scosero;pp=scosto", nil),
    ("fondere", "pr=fuse,fusero;pp=fuso", nil),
    ("endere", "pr=ese,esero;pp=eso", nil),
    ("vendere", "", nil),
    ("fendere", "", ""),
    ("scendere", "pr=scese,scesero;pp=sceso;e", nil),
    ("idere", "pr=ise,isero;pp=iso", nil),
    ("udere", "pr=use,usero;pp=uso", nil),
    ("adere", "pr=ase,asero;pp=aso", nil),
    ("evadere", "pr=evase,evasero;pp=evaso;e", ""),
    ("ledere", "pr=lese,lesero;pp=leso", ""),
    ("godere", "fut=godr", nil),
    ("rodere", "pr=rose,rosero;pp=roso", nil),
    ("esplodere", "pr=esplose,esplosero;pp=esploso;e", nil),
    ("ardere", "pr=arse,arsero;pp=arso", nil),
    ("mordere", "pr=morse,morsero;pp=morso", nil),
    ("succedere", "pr=successe,successero;pp=successo;e", nil),
    ("concedere", "pr=concesse,concessero;pp=concesso", nil),
    ("spargere", "pr=sparse,sparsero;pp=sparso", nil),
    ("ergere", "pr=erse,ersero;pp=erso", nil),
    ("emergere", "pr=emerse,emersero;pp=emerso;e", nil),
    ("orgere", "pr=orse,orsero;pp=orto", nil),
    ("sorgere", "pr=sorse,sorsero;pp=sorto;e", nil),
    ("olgere", "pr=olse,olsero;pp=olto", nil),
    ("ingere", "pr=inse,insero;pp=into", nil),
    ("stringere", "pr=strinse,strinsero;pp=stretto", nil),
    ("ungere", "pr=unse,unsero;pp=unto", nil),
    ("giungere", "pr=giunse,giunsero;pp=giunto;e", ",soprag"),
    ("angere", "pr=anse,ansero;pp=anto", nil),
    ("eggere", "pr=esse,essero;pp=etto", nil),
    ("iggere", "pr=isse,issero;pp=itto", nil),
    ("figgere", "pr=fisse,fissero;pp=fisso", "af,croci,in,pre"),
    ("uggere", "pr=usse,ussero;pp=utto", nil),
    ("rigere", "pr=resse,ressero;pp=retto", nil),
    ("redigere", "pr=redasse,redassero;pp=redatto", nil),
    ("esigere", "pp=esatto", nil),
    ("vincere", "pr=vinse,vinsero;pp=vinto", nil),
    ("torcere", "pr=torse,torsero;pp=torto", nil),
    ("primere", "pr=presse,pressero;pp=presso", nil),
    ("sumere", "pr=sunse,sunsero;pp=sunto", nil),
    ("sistere", "pp=sistito", nil),
    ("olvere", "pr=olse,olsero;pp=olto", nil),
    ("volvere", "pp=voluto", nil),
    ("pellere", "pr=pulse,pulsero;pp=pulso", nil),
    ("stinguere", "pr=stinse,stinsero;pp=stinto", nil),
    ("scindere", "pr=scisse,scissero;pp=scisso", nil),
    ("cutere", "pr=cusse,cussero;pp=cusso", nil),
    ("nettere", "pp=nesso", "an,con"),
    ("mpiere", "pr=mpì,mpirono", nil),
    ("prire", "pp=perto", nil),
    ("ffrire", "pp=fferto", nil),
  ]
}
