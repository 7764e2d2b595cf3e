/// How the words of one language are cut down to what their inflections share: `meetings` and
/// `meeting` to `meet`.
///
/// The rules are data. The build cuts the words of the index with them, and a browser cuts what
/// somebody types with the same rules, which it finds in the start file of the index. So there is
/// one stemmer on each side, however many languages a site has.
///
/// Words come folded, so no rule has an accent. A stem need not be a word.
struct StemmingRules: Sendable {
  /// The language's tag: `en`.
  let language: String
  /// Letters of which a stem must have one; without them every stem will do.
  var vowels = ""
  /// What is taken off the beginning, the longest first, where three letters are left: the Arabic
  /// article.
  var prefixes = ""
  /// Words whose stem no rule finds: `children>child`.
  ///
  /// The stem is final: it is what the rules make of the other forms.
  var irregular = ""
  /// Beginnings that change with the word before: `ngh>c` in Welsh.
  ///
  /// One is changed back only if the site has a word that it then is.
  var initials = ""
  /// One step after another; of each, the first rule that fits is applied.
  ///
  /// A rule is the least number of letters that must be left, the ending, and what replaces it:
  /// `4ly>`. Without a number, three must be left.
  var steps: [String] = []
  /// Words that say nothing of what somebody looks for: `how to join` is about joining.
  var stopWords = ""
}

extension StemmingRules {
  /// The languages of the interface have rules; words of any other stay as they are.
  static let all: [StemmingRules] = [.arabic, .welsh, .german, .english, .spanish, .french]

  init(of language: String) {
    let primary = SearchKey.primary(language)
    self = Self.all.first { $0.language == primary } ?? StemmingRules(language: primary)
  }
}
