import Diagnostics

extension SettledEntry {
  /// Keeps fields that are wrong where nothing reads them; the errors that stand elsewhere.
  mutating func keepAside(_ errors: [Diagnostic]) -> [Diagnostic] {
    var left: [Diagnostic] = []
    var keys: Set<String> = []
    for error in errors {
      if let line = error.location?.line, let key = original.field(atLine: line), key != "extra" {
        keys.insert(key)
      } else {
        left.append(error)
      }
    }
    for key in keys.sorted() { keepAside(key) }
    return left
  }

  /// Keeps the entry off the site, with the reason for whoever opens its file.
  ///
  /// A draft alone would go on holding the build: whoever publishes it must settle it first.
  mutating func setAside(because reason: String) {
    update { entry in
      entry.replace("draft", by: .text("yes"))
      entry.replace("taken_down", by: .text(reason))
    }
    count(.draft)
  }
}

extension Diagnostic {
  /// Why an entry is kept off the site, for whoever opens its file.
  var reasonToSetAside: String {
    "\(sentence): fix it, then remove this line and draft"
  }

  /// Why a file is left out of an import.
  var reasonToLeaveOut: String { sentence }

  /// The finding without what was found, since the words are kept and copied.
  private var sentence: String {
    switch id {
    case "name-in-text", "name-in-file-name", "undisclosed-name":
      "it names somebody who has not agreed to it"
    case "email-address", "email-field", "phone-number", "meeting-passcode":
      "it tells an address, a number or a code that is not for everybody"
    case "pupil-name": "it may name a pupil"
    case "file-tells-place": "it tells where a picture was taken"
    default: "handbook check says [\(id.rawValue)] of it"
    }
  }
}

extension SettledCounts {
  /// What the report says of one entry.
  var notes: [String] {
    Kind.allCases.compactMap { kind in
      let count = self[kind]
      return count == 0 ? nil : kind.words(count)
    }
  }
}

extension SettledCounts.Kind {
  /// So many of them, in words.
  package func words(_ count: Int) -> String {
    let one = count == 1
    return switch self {
    case .mention: one ? "1 name made a mention" : "\(count) names made mentions"
    case .neutral: one ? "1 place put into neutral words" : "\(count) places put into neutral words"
    case .address: one ? "1 address removed" : "\(count) addresses removed"
    case .number: one ? "1 telephone number removed" : "\(count) telephone numbers removed"
    case .code: one ? "1 code of a meeting removed" : "\(count) codes of meetings removed"
    case .renamed:
      one ? "1 file got a name that tells nobody" : "\(count) files got names that tell nobody"
    case .keptAside: one ? "1 field kept below extra" : "\(count) fields kept below extra"
    case .draft:
      one
        ? "kept off the site as a draft, until somebody looks at it"
        : "\(count) entries kept off the site as drafts, until somebody looks at them"
    case .leftOut: one ? "1 file left out" : "\(count) files left out"
    }
  }
}
