/// The languages that a file's ending or a folder's name can say.
enum LanguageCodes {
  /// The language that a word such as `fr`, `pt-br` or `zh_Hant` names, as front matter writes it.
  static func language(_ word: some StringProtocol) -> String? {
    let parts = word.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "_" }
    )
    .map { String($0) }
    guard let first = parts.first?.lowercased(), parts.count <= 2, codes.contains(first) else {
      return nil
    }
    guard parts.count == 2 else { return first }
    let region = parts[1]
    guard region.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else { return nil }
    switch region.utf8.count {
    case 2: return "\(first)-\(region.uppercased())"
    case 4: return "\(first)-\(region.prefix(1).uppercased())\(region.dropFirst().lowercased())"
    default: return nil
    }
  }

  /// Those of two letters (ISO 639-1), and the few longer ones that sites in several languages use.
  private static let codes: Set<String> = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz \
    ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln \
    lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi \
    pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti \
    tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ast fil haw hsb dsb gsw
    """.split(separator: " ").map(String.init))
}
