import Community

/// What a new site and a new entry begin with, in one language.
package struct StarterWords: Sendable {
  private let texts: [String: String]

  init(_ language: StarterLanguage) {
    texts = Dictionary(
      BuiltInStarters.texts(of: "words", in: language), uniquingKeysWith: { first, _ in first })
  }

  /// A text; its key where it is missing, which a test looks for.
  package func callAsFunction(_ word: StarterWord) -> String {
    texts[word.rawValue] ?? word.rawValue
  }

  /// A text with its one place in braces filled in.
  func callAsFunction(_ word: StarterWord, _ place: String, _ value: String) -> String {
    self(word).split(separator: "{\(place)}", omittingEmptySubsequences: false)
      .joined(separator: value)
  }

  /// The lines of a text.
  func lines(_ word: StarterWord) -> [String] {
    self(word).split(separator: "\n").map(String.init)
  }

  /// The words of a list, which commas stand between.
  func list(_ word: StarterWord) -> [String] {
    self(word).split(separator: ",").map { String($0.drop { $0 == " " }) }
  }
}

extension StarterWord {
  /// What a field of a kind asks for until somebody writes it.
  static func prompt(of field: String) -> StarterWord? { StarterWord(rawValue: "prompt_\(field)") }
}

extension EntryKind {
  /// What the text of a new entry begins with; `nil` where that is an agenda.
  var opening: StarterWord? {
    switch self {
    case .post: .newPost
    case .member: .newMember
    case .meeting: nil
    case .resource: .newResource
    case .goal: .newGoal
    case .success: .newSuccess
    case .page: .newPage
    }
  }

  /// What the kind is called, with its article where the language has one there.
  var starterName: StarterWord {
    switch self {
    case .post: .aPost
    case .member: .aMember
    case .meeting: .aMeeting
    case .resource: .aResource
    case .goal: .aGoal
    case .success: .aSuccess
    case .page: .aPage
    }
  }
}
