import Text

/// What the columns of a table of actions are.
struct ActionColumns {
  private let task: Int
  private let who: Int
  private let when: Int?
  private let state: Int?
  private let others: [(column: Int, heading: String)]

  init?(_ headings: [String]) {
    let names = headings.map { heading in
      heading.foldedForComparison.split { !$0.isLetter }.joined(separator: " ")
    }
    guard let task = names.firstIndex(where: taskWords.contains),
      let who = names.firstIndex(where: whoWords.contains), task != who
    else { return nil }
    self.task = task
    self.who = who
    when = names.firstIndex(where: whenWords.contains)
    state = names.firstIndex(where: stateWords.contains)
    let known = [task, who, when ?? -1, state ?? -1]
    others = headings.enumerated().filter { offset, heading in
      !known.contains(offset) && !["", "no", "nr", "#"].contains(heading.trimmed.lowercased())
    }.map { ($0.offset, $0.element) }
  }

  private func cell(_ cells: [String], _ column: Int?) -> String {
    column.map { $0 < cells.count ? cells[$0] : "" } ?? ""
  }

  func task(_ cells: [String]) -> String? {
    let words = cell(cells, task)
    guard !words.isEmpty else { return nil }
    let rest = others.map { cell(cells, $0.column) }.filter { !$0.isEmpty }
    return rest.isEmpty ? words : "\(words) (\(rest.joined(separator: "; ")))"
  }

  func who(_ cells: [String]) -> String { cell(cells, who) }
  func when(_ cells: [String]) -> String { cell(cells, when) }

  func isDone(_ cells: [String]) -> Bool {
    doneWords.contains(cell(cells, state).foldedForComparison.trimmed)
  }
}

private let taskWords: Set<String> = [
  "action", "actions", "task", "tasks", "what", "to do", "todo", "action item", "action items",
  "action point", "action points", "item", "description", "aufgabe", "aufgaben", "was", "massnahme",
  "tache", "taches", "quoi", "action a mener", "tarea", "tareas", "accion", "acciones", "que",
  "tasg", "beth", "gweithred", "المهمة", "الإجراء",
]
private let whoWords: Set<String> = [
  "who", "owner", "owners", "by whom", "name", "responsible", "person", "lead", "assigned to",
  "assignee", "person responsible", "wer", "verantwortlich", "zustandig", "qui", "responsable",
  "quien", "encargado", "encargada", "pwy", "المسؤول", "من",
]
private let whenWords: Set<String> = [
  "when", "by when", "due", "due date", "deadline", "date", "by", "target date", "bis", "bis wann",
  "wann", "termin", "frist", "fallig", "quand", "echeance", "date limite", "cuando", "fecha",
  "plazo", "fecha limite", "pryd", "erbyn", "متى", "الموعد",
]
private let stateWords: Set<String> = [
  "status", "done", "state", "complete", "completed", "erledigt", "stand", "statut", "fait",
  "estado",
  "hecho", "statws", "الحالة",
]
private let doneWords: Set<String> = [
  "done", "yes", "complete", "completed", "closed", "x", "✓", "✔", "☑", "✅", "finished", "erledigt",
  "ja", "fait", "oui", "termine", "hecho", "si", "wedi gwneud", "تم",
]
