import Diagnostics
package import Records

/// How much is owed, by kind, for the one line that commands tell of it.
package struct DebtSum: Hashable, Sendable {
  /// The most of a kind first.
  package let counts: [Count]

  package struct Count: Hashable, Sendable {
    package let kind: DebtKind
    package let count: Int
  }

  package init(_ kinds: some Sequence<DebtKind>) {
    let counted = Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +)
    counts = counted.map { Count(kind: $0.key, count: $0.value) }.sorted {
      ($1.count, $0.kind) < ($0.count, $1.kind)
    }
  }

  package var total: Int { counts.reduce(0) { $0 + $1.count } }

  /// `34 things are owed from the import: 20 pictures without alternative text, 14 missing fields;
  /// 'handbook debt' lists them`; `nil` where nothing is.
  package var sentence: String? {
    guard let first = counts.first else { return nil }
    guard total > 1 else {
      return "1 thing is owed from the import: \(first.kind.counted(1)); 'handbook debt' shows it"
    }
    let shown = counts.prefix(5).map { $0.kind.counted($0.count) }
    let rest = counts.dropFirst(5).reduce(0) { $0 + $1.count }
    let others = rest == 0 ? [] : [rest == 1 ? "1 other" : "\(rest) others"]
    return "\(total) things are owed from the import: "
      + (shown + others).joined(separator: ", ") + "; 'handbook debt' lists them"
  }
}

extension DebtSum: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(counts.count)
    for count in counts {
      record.write(count.kind.id.rawValue)
      record.write(count.count)
    }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    var counts: [Count] = []
    for _ in 0..<(try record.count()) {
      let id = DiagnosticID(rawValue: try record.text())
      let count = try record.number()
      guard let kind = DebtKind(id) else { throw DamagedRecord() }
      counts.append(Count(kind: kind, count: count))
    }
    self.counts = counts
  }
}
