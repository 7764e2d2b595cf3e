extension StemmingRules {
  /// Light stemming of Welsh: the endings of plurals and verbs, and initial mutations.
  ///
  /// The endings and mutations are those of P. W. Thomas, "Gramadeg y Gymraeg" (1996), and of
  /// G. King, "Modern Welsh: A Comprehensive Grammar" (3rd edition, 2016). Plurals that change a
  /// vowel are irregular here.
  static let welsh = StemmingRules(
    language: "cy", vowels: "aeiouwy",
    irregular: """
      plant>plentyn athro>athro athrawon>athro athrawes>athro athrawesau>athro tai>ty rhieni>rhiant \
      blynyddoedd>blwyddyn blynedd>blwyddyn geiriau>gair cwestiynau>cwestiwn llygaid>llygad \
      chwiorydd>chwaer brodyr>brawd dwylo>llaw ieithoedd>iaith gweithiau>gwaith meibion>mab \
      ffyrdd>ffordd ceir>car eglwysi>eglwys pobloedd>pobl gwragedd>gwraig cyrsiau>cwrs dyddiau>dydd
      """,
    initials: """
      ngh>c chw>chw ch>c mh>p ph>p nh>t th>t dd>d f>b f>m g>c b>p d>t ng>g m>b n>d l>ll r>rh l>gl \
      r>gr w>gw a>ga e>ge o>go i>gi y>gy
      """,
    steps: [
      """
      oedd> iadau>iad iau> ydd> edd> 4iaid> ion> au> 4wyr>wr 4on> 3i>
      """,
      """
      5iad> 4iaeth> 4wyd> 4odd> 4ais> 4wch> 4asant> 4ant> 4io> 4wr> u> o>
      """,
      "od> ed>",
    ],
    stopWords: """
      a ac am ar at beth ble bod chi dan dros dyma dyna ei ein er eu fe fel fi fod fy gan hwn hyn hon i \
      mae mi na nad neu ni nid o oes oedd pa pam pan pryd pwy roedd sut sy sydd un wedi y ydy yn yr
      """)
}
