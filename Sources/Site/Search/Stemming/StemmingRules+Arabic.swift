extension StemmingRules {
  /// Light stemming of Arabic: the article with what is written onto it, and common endings.
  ///
  /// After L. S. Larkey, L. Ballesteros and M. E. Connell, "Light stemming for Arabic information
  /// retrieval" (Arabic Computational Morphology, 2007), "light10". A lone `و`, `ب`, `ل` or `ف` is
  /// taken off only if the site has the word without it. Broken plurals are irregular here.
  static let arabic = StemmingRules(
    language: "ar",
    prefixes: "وال بال كال فال ولل ال لل",
    irregular: """
      كتب>كتاب طلاب>طالب طلبه>طالب دروس>درس مدارس>مدرسه مدرسه>مدرسه اهداف>هدف اسيله>سوال سوال>سوال \
      صفوف>صف فصول>فصل افكار>فكر فكره>فكر موارد>مورد نتايج>نتيج اعضاء>عضو اطفال>طفل تلاميذ>تلميذ \
      تجارب>تجرب مهام>مهم قرارات>قرار انشطه>نشاط برامج>برنامج مناهج>منهج ادوات>ادا اداه>ادا \
      صور>صور صوره>صور قصص>قص ايام>يوم اسابيع>اسبوع اشهر>شهر سنوات>سن رسايل>رسال كلمات>كلم
      """,
    initials: "و> ف> ب> ل> ك>",
    steps: ["2ها> 2ات> 2ون> 2ين> 3ان> 2يه> 2ه> 3ي>"],
    stopWords: """
      ان او اي اين الا التي الذي الى اذا بعد بين ثم حتى حين ذلك على عن عند في قبل قد كان كل كم كيف لا لم \
      لن ليس ما ماذا متى مع من منذ نحن هذا هذه هل هم هنا هو هي و يا علي الي متي حتي
      """)
}
