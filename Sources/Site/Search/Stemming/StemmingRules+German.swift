extension StemmingRules {
  /// Light stemming of German: cases, plurals with an umlaut, and the endings of verbs.
  ///
  /// After the German stemmer of the Snowball project and J. Savoy, "Light stemming approaches for
  /// the French, Portuguese, German and Hungarian languages" (SAC 2006). A folded word has no
  /// umlaut, so `Bücher` needs no rule of its own; words that only an umlaut tells apart do.
  static let german = StemmingRules(
    language: "de", vowels: "aeiouy",
    irregular: """
      schuler>schuler schulern>schuler schulers>schuler schulerin>schuler schulerinnen>schuler \
      themen>thema themas>thema praktika>praktikum museen>museum daten>dat drucken>druck \
      ging>geh gegangen>geh gab>geb gegeben>geb nahm>nehm genommen>nehm fand>find gefunden>find \
      sprach>sprech gesprochen>sprech schrieb>schreib geschrieben>schreib las>les gelesen>les \
      gelernt>lern gelehrt>lehr gefragt>frag geplant>plan getroffen>treff traf>treff \
      ubung>uben ubungen>uben ubt>uben ubte>uben geubt>uben
      """,
    steps: [
      "2erinnen>er 2erin>er innen>in nissen>nis nisses>nis nisse>nis 0ss>ss",
      """
      etet> eten> ete> ern> em> er> en> es> et> e> bs>b ds>d fs>f gs>g hs>h ks>k ls>l ms>m ns>n rs>r ts>t
      """,
      "en> er> est> 4st> 4t>",
      "4ung>",
    ],
    stopWords: """
      aber als am an auch auf aus bei bin bis da das dass dem den der des die durch ein eine einem \
      einen einer es fur hat ich ihr im in ist ja kann man mit nach nicht noch oder sein sich sie \
      sind so und uber um uns von vor war was wann warum welche wer wie wir wird wo zu zum zur
      """)
}
