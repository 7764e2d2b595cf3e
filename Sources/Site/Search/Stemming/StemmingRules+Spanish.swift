extension StemmingRules {
  /// Light stemming of Spanish: plurals, genders, and the commonest endings of verbs.
  ///
  /// After C. G. Figuerola and others, "Stemming in Spanish: a first approach to its impact on
  /// information retrieval" (CLEF 2001). Endings in `a` and `o` become `a`, which keeps `libro` apart
  /// from `libre`.
  static let spanish = StemmingRules(
    language: "es", vowels: "aeiouy",
    irregular: """
      lunes>lunes crisis>crisis escrito>escrib escrita>escrib escritos>escrib escritas>escrib \
      hecho>hac hechos>hac hacer>hac hace>hac hacen>hac dicho>dec decir>dec visto>ver fue>ser \
      fueron>ser puede>pod pueden>pod poder>pod buen>buena gran>grand
      """,
    steps: [
      "2ces>z ciones>cion 2es>e s>",
      """
      amente>a 4mente> 4iendo> 4ando>a 4ieron> 4aron>a 4aban>a 4aba>a 4ados>a 4ado>a 4ada>a 4ido> \
      4ida> 4amos>a 4emos> 4imos> 5acion>a 4anza>a 4adora>adora 4ador>adora ora>or
      """,
      "3e> o>a",
      "4ar>a 4er> 4ir> 4an>a 4en>",
    ],
    stopWords: """
      a al como con cual cuando de del donde e el ella ellos en entre era es esa ese esta este ha hay \
      la las le les lo los mas me mi mis muy ni no nos o para pero por porque que quien se ser si \
      sin sobre son su sus te tu un una unas unos y ya yo
      """)
}
