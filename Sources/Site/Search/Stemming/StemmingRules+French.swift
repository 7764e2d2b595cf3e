extension StemmingRules {
  /// Light stemming of French: plurals, feminines, and the commonest endings of verbs.
  ///
  /// After J. Savoy, "A stemming procedure and stopword list for general French corpora" (JASIS 50,
  /// 1999).
  static let french = StemmingRules(
    language: "fr", vowels: "aeiouy",
    irregular: """
      travaux>travail yeux>oeil mois>mois fois>fois cours>cours temps>temps repas>repas \
      nouveaux>nouvel nouveau>nouvel beaux>bel beau>bel choix>choix prix>prix voix>voix \
      jeux>jeu lieux>lieu feux>feu appris>apprend prise>prise etait>etre etaient>etre
      """,
    steps: [
      "eaux>eau 3aux>al 2oux>ou 3eux>eur ss>ss s>",
      """
      issement>i ement> 4aient> issent>i issant>i issons>i 4ante> 4ait> 4ant> 4ent> 4ons> 4ier>i 4iere>i \
      euse>eur trice>teur elle>el enne>en ive>if 5ation> 4ee> 4er> 4ez> 4ai> 3ir>i
      """,
      "3ee>e 3e>",
    ],
    stopWords: """
      a ai au aux avec ce ces cette comment dans de des du elle en est et eu il ils je la le les leur \
      lui ma mais me meme mes moi mon ne nos notre nous on ou par pas pour pourquoi quand que quel \
      quelle qui sa se ses si son sont sur ta te tes toi ton tu un une vos votre vous
      """)
}
