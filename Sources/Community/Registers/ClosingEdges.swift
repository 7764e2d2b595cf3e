/// A step from one position to another.
struct Edge: Hashable {
  let from: Int
  let to: Int
}

/// The steps that close a ring, so that without them there is none.
///
/// A depth-first search without recursion, as a chain can be as long as the site.
func closingEdges(of targets: [[Int]]) -> Set<Edge> {
  enum Mark { case unseen, open, finished }
  var marks: [Mark] = Array(repeating: .unseen, count: targets.count)
  var closing: Set<Edge> = []
  for start in targets.indices where marks[start] == .unseen {
    var path: [(position: Int, next: Int)] = [(start, 0)]
    marks[start] = .open
    while let (position, next) = path.last {
      guard next < targets[position].count else {
        marks[position] = .finished
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let target = targets[position][next]
      switch marks[target] {
      case .unseen:
        marks[target] = .open
        path.append((target, 0))
      case .open: closing.insert(Edge(from: position, to: target))
      case .finished: break
      }
    }
  }
  return closing
}
