extension StemmingRules {
  /// Light stemming of English: inflections, and the few derivations that teachers look for as one.
  ///
  /// After the first steps of M. F. Porter, "An algorithm for suffix stripping" (Program 14, 1980),
  /// and D. Harman, "How effective is suffixing?" (JASIS 42, 1991). British and American spellings
  /// have one stem.
  static let english = StemmingRules(
    language: "en", vowels: "aeiouy",
    irregular: """
      children>child men>man women>woman people>person mice>mouse feet>foot teeth>tooth lives>life \
      taught>teach thought>think wrote>writ written>writ built>build held>hold gave>giv \
      given>giv took>tak taken>tak made>mak found>find learnt>learn kept>keep led>lead ran>run \
      sent>send spent>spend knew>know known>know said>say went>go goes>go gone>go does>do done>do \
      did>do used>use using>use uses>use agreed>agre freed>fre died>die dying>die tied>tie \
      lied>lie lying>lie news>news evening>evening evenings>evening only>only early>early \
      halves>half knives>knife shelves>shelf criteria>criterion curricula>curriculum \
      syllabi>syllabus phenomena>phenomenon media>medium bases>bas chose>choos chosen>choos \
      spoke>speak spoken>speak began>begin begun>begin brought>bring bought>buy sold>sell \
      told>tell understood>understand shown>show drew>draw drawn>draw grew>grow grown>grow
      """,
    steps: [
      """
      sses>ss 2ies>y 0eed>eed 0ss>ss 0us>us 0is>is 2ches>ch 2shes>sh 2xes>x zes>z 2oes>o s>
      """,
      "2ied>y eedly>eed 0eed>eed ed> ing>",
      """
      4iness>i 4ness> 4ily>i bly>bl 4ly> ization>iz isation>iz ational>at ation>at ator>at \
      ysis>ys 4ment> our>or tre>ter ssion>ss ction>ct
      """,
      "2ie>i 2y>i 3e>",
      "bb>b dd>d ff>f gg>g ll>l mm>m nn>n pp>p rr>r tt>t zz>z 0practis>practic 0licens>licenc 4is>iz",
    ],
    stopWords: """
      a about am an and are as at be by can could do does did for from had has have he her his how i \
      if in is it its me my no not of on or our she should so that the their them then there they \
      this to us was we were what when where which who why will with would you your
      """)
}
