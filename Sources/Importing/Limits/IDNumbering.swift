/// Gives every thing that is imported an id of its own, such as `ada`, `ada-2` and `ada-3`.
///
/// The next number of each wanted id is remembered, so the work is linear in the number of ids: a
/// search for a free id meets each taken id at most once, since only one wanted id leads to it.
struct IDNumbering {
  private var taken: Set<String>
  /// By wanted id, the number that the next thing is tried with.
  private var next: [String: Int] = [:]
  /// How many ids have been tried, for tests.
  private(set) var tries = 0

  init(taken: Set<String> = []) {
    self.taken = taken
  }

  /// The wanted id where it is free, else the first that is free of those with a number.
  mutating func take(_ wanted: String) -> String {
    if isTaken(wanted) {
      var number = next[wanted] ?? 2
      while isTaken("\(wanted)-\(number)") { number += 1 }
      next[wanted] = number + 1
      return "\(wanted)-\(number)"
    }
    return wanted
  }

  /// Notes an id that something has.
  mutating func reserve(_ id: String) { taken.insert(id) }

  /// Takes an id if it is free, and says whether somebody had it.
  mutating func isTaken(_ id: String) -> Bool {
    tries += 1
    return !taken.insert(id).inserted
  }
}
