/// What stands before a name that is no part of it, in the languages of the interface, with the
/// usual abbreviations; case and accents folded.
let nameTitles: Set<String> = Set(
  """
  mr mrs ms miss mx mister missus dr doctor prof professor sir dame lady lord rev revd reverend madam \
  herr herrn frau fraulein hr fr prof doktor professorin doktorin \
  m mme mlle mm madame mademoiselle monsieur docteur docteure pr professeur professeure me maitre \
  sr sra srta señor senor senora senorita don dona d dna dra doctora profesor profesora profa \
  y parch parchedig parchg athro athrawes foneddiges fonesig bonwr \
  familie famille familia teulu عائلة \
  السيد السيدة سيد سيدة الانسة الاستاذ الاستاذة استاذ استاذة الدكتور الدكتورة دكتور دكتورة د ا
  """.split(separator: " ").map { String($0).foldedForNames })

/// Titles of one or two letters, which are titles only with a full stop or a capital.
let shortNameTitles: Set<String> = ["m", "d", "me", "mm", "fr", "hr", "y", "pr"]

/// What may stand between a title and a name, such as *med* and *rer nat* in German.
let nameDegrees: Set<String> = [
  "med", "dent", "vet", "phil", "rer", "nat", "jur", "ing", "habil", "theol", "paed", "pol", "h",
  "c",
]

/// The words before the last of a list, in the languages of the interface.
let wordsBetweenParts: Set<String> = Set(
  ["and", "or", "a", "ac", "neu", "und", "oder", "et", "ou", "y", "e", "o", "u", "و", "أو"]
    .map(\.foldedForNames))

/// What stands behind a name in scripts without spaces: *san*, *sensei*, *sama*, *shi*, *laoshi*,
/// *nushi*, *xiansheng*.
let honorifics: [String] = ["さん", "先生", "様", "氏", "君", "ちゃん", "老师", "老師", "女士", "校长"]

/// Small words within family names, which alone tell nobody.
let nameParticles: Set<String> = Set(
  """
  van von der den de del della di da das do dos du des la le las los el al bin binti bint ibn ben abu \
  ap ab ferch verch y e i ter ten te zu zum zur vom 't af av o mac mc d l san santa saint st \
  عبد ابو ام بن بنت آل בן בת
  """.split(separator: " ").map { String($0).foldedForNames })

/// Words, months and places that are also names, in the languages of the interface, case and accents
/// folded: alone, or with nothing but each other, they name somebody only with capitals.
let ordinaryNameWords: Set<String> = Set(
  """
  abbey abbot ace aid alba amber amor amber angel angels april apple archer arrow art ash august autumn \
  avery bailey baker bank banks barber bass bay beach bean bear beck bell berg berry best bill birch bird \
  bishop black blanc blanca blanche bloom blue bob bond book booth bow bowl boy branch brand brav brave \
  bread breeze bright brook brooks broom brown bruno buck bud bull burn burns bush butcher butler buttons \
  camp candy cane canon car card carol carpenter carter case cash castle cave chance chandler chapel \
  chapman charity chase chief child church city clara claro clay cliff cloud coal cole cook cooper cope \
  coral corn cotton court cox craft crane cross crow crown cruz cruise crystal curry dale daisy dance \
  darling dawn day days deal dean dear deer delight dell destiny diamond dick dorn drake draper draw \
  drew drum duke dusk eagle earl east eden eng ernst ever eve faith fall farmer farrow felix fern field \
  fields finch fine fink fish fisher flint flood flora flores flower flowers fogg ford forest fort forte \
  fortune foster fountain fox francis frank freed freeman freund fried friend frost fuchs fuller gaber \
  gage gale garden gardener garland garten gate gay gene gentle gill glass gloria glover gold golden good \
  goodman grace grand grande grant grass grau graves gray green grey gross grove guerra guest gut guy hale \
  hall ham hammer hand hardy hare harmony harp harper hart haven hawk hay hayes hazel head heath heather \
  heaven heil herb herder herrera hers hill hills hirsch hoch holiday holland holly holm holy homer honey \
  honor hood hook hope horn house hoyos huber hunt hunter hut iris iron isle ivory ivy jack jade jager \
  jardin jasmine jasper jay jean jet jewel job jolly joy joya judge jude jules july june junior jung \
  kaiser kay keen key kid kind king kirsch kitchen klein klug knight koch konig kopf kraft kraus krug \
  kurz lake lamb lance lane lang lange laurel law lawless leach leaf lee lemon leon leone leroy leo lerner \
  libre light lilly lily linde link lion little llave llano loaf lock long lord lot love low lowe \
  lucky luna luz lynn mai maier major mann mar marble march marco mark marks marine marina market marsh \
  martin mason mass mast master mata matt may mayer mayor meadow melody mercy merit merry meyer \
  mild miles mill miller mills milo minor mint miracle monk montag monte moon moor moore moreno morgen \
  moss mount mountain mundo music nacht neck neu neuer nice nick night nieve noble noel nord north \
  nube nurse oak ocean old olive oliver orange otter otto owl page paige palm palma palmer park \
  parker parks parson pass patience patrick paz peace peach pearl pease pen penny pepper perry pet petit \
  petite pfeiffer pierce pierre pike pine pink piper pitt place plum pole pond pool pope porter post potter \
  powers precious price pride prince priest prior proctor prudence puente quill quick rain rainbow raven ray \
  read reading rector red reed reeve reich rein reis reyes rice rich richter rio ritter river rivera rivers \
  rob robin rock rocky rod roja rojo roman romero rook root rosa rosario rose rosen roses ross roth rouge \
  rosso rowan roy royal rubin ruby rush russell sage sailor salt salvador sand sandy santos saturday savage \
  sawyer scott schafer scharf schatz schmidt schneider schnell schon schreiber schuler schulz schwarz sea \
  seal serena sergeant shade sharp shaw sheep shepherd short sierra silver silva simple singer skinner sky \
  skye slater small smart smith snow sol soldado sommer song sonne south sparks spring stark star steel stein \
  stern steward stock stone storm story strange street strong stolz sullivan summer sunday sunny swan sweet \
  swift tag tanner tate taylor teller temple terra terry thorn thorne tide tiger till tod todd torre torres \
  town trinity true tucker turner una unity vale valentine valle vega vera vert verde vida vidal villa viola \
  violet violeta vogel wagner waits walk walker wall walls ward warden waters wagner way wayne weaver webb \
  weber weiss weisz welch well wells west wheat wheeler white wild wilder will willow wills wind winter wise \
  wolf wolff wolfe wood woods woodman work worth wren wright yorke young zeit zimmer zimmermann \
  monday tuesday wednesday thursday friday january february september october november december \
  lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto \
  lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin juillet aout \
  samstag sonntag montag dienstag donnerstag freitag januar februar marz juni juli \
  ionawr mawrth ebrill mehefin gorffennaf awst medi hydref tachwedd rhagfyr haf gwyn gwen glas coch mor \
  bach mawr bryn afon nant pant garth aled eira enfys seren heulwen angharad dyfed gwynedd morgan \
  paris london berlin madrid roma rome vienna florence sydney austin boston dallas denver houston jackson \
  lincoln orlando phoenix savannah charlotte georgia virginia carolina montana dakota chelsea brooklyn \
  sofia sophia victoria adelaide alexandria verona siena sienna valencia odessa petra lorraine erin \
  devon kent essex chester lancaster nelson wellington preston clifton ashton milton hamilton kingston \
  ireland england scotland wales britain brittany trinidad jamaica malta nancy tours troyes laval essen \
  halle hagen bangor barry neath bala conwy dyfi medina guadalupe santiago cordoba granada segovia sevilla \
  zamora soria toledo lima damascus amman tunis oran doha jenin \
  jordan israel chad china india kenya asia america cardiff bristol york bath wells lourdes mercedes \
  asuncion pilar dolores consuelo rocio nieves socorro remedios soledad esperanza alegria primavera \
  delgado rubio calvo castillo iglesia iglesias campo campos fuente fuentes prado rey leal bello bueno \
  blanco negro gallo toro vaca cordero pastor herrero molina molinero casas cuesta arroyo \
  bois bon bonne bel belle beau boulanger boucher berger blanchard brun chevalier clerc constant content \
  fleur fontaine fort franc gentil gras grandes jeune joli lapin lebrun leclerc lefort legrand lenoir \
  loup marchand marin martel meunier mercier moulin noir olivier parfait pasteur perrin petit pont poulain \
  prudent prunier renard rey riche roche rond rousseau roux sage sauvage soleil sourire tailleur vallee \
  down up out off over power powers pat press drop stop start open close home clair claire verger vigneron vincent clement juste aime desire \
  أمل نور جميل سعيد ربيع كريم أمين حسن سالم فريد وحيد منير رشيد صالح طاهر عادل ماجد هادي سمير شريف \
  نبيل عزيز حكيم سليم جميلة كريمة سعيدة أميرة بدر قمر شمس ورد وردة زهرة ياسمين ريم هدى إيمان نجاح فرح \
  سلام وفاء رجاء سماء ضياء نجم نهر بحر جبل خير صادق صفاء منى \
  تونس عمان مكة حلب دمشق شام مدينة قدس غزة بغداد \
  an do does van so son ha ho he she his her him me my we us you yes no not on or to at as is it if in \
  be by go of up am are was has had man men min see say set sum sun ten two one all any \
  du ihr wir sie er es ja so wo wer was wie mit bei auf aus um im am an ab da do hin her vor nach \
  tu un une mon ton sa ses il elle on ne pas ou qui que dans sur par pour avec chez lui moi toi \
  yo tu el lo un una mi su sus se si no ni con sin por para muy mas ya son es hay \
  fi ti ni chi nhw hi fe ef yn ar am o a ac neu na dim da
  """.split { $0 == " " || $0 == "\n" }.map { String($0).foldedForNames })
