package import Records

extension Body {
  /// Writes what pages that do not show this text can still be made from: its title and summary,
  /// what it can be linked to by, and what it links to, names and pictures.
  ///
  /// Not where in the file things stand, and nothing of the running text. Tasks and decisions are
  /// not written either: in a file that has any, all of it counts.
  package func writeSurface(to record: inout RecordWriter) {
    record.write(title) { writeProse($1, to: &$0) }
    record.write(titleAnchor)
    record.write(summary) { writeProse($1, to: &$0) }
    record.write(headings.count)
    for heading in headings {
      record.write(heading.level)
      record.write(heading.anchor)
      writeProse(heading.title, to: &record)
    }
    record.write(anchors.count)
    for anchor in anchors { record.write(anchor) }
    record.write(links.count)
    for link in links {
      link.destination.encode(to: &record)
      record.write(link.hasLabel)
      writeProse(link.label, to: &record)
      record.write(link.title)
    }
    record.write(mentions.count)
    for mention in mentions {
      record.write(mention.name)
      record.write(mention.isStruck)
    }
    record.write(images.count)
    for image in images {
      record.write(image.path)
      record.write(image.alternative)
      record.write(image.title)
    }
  }

  /// Writes a stretch of the prose, and what fills the holes in it and at its edges.
  private func writeProse(_ range: ProseRange, to record: inout RecordWriter) {
    let runs = prose.runs(in: range)
    record.write(runs.count)
    for run in runs {
      switch run {
      case .text(let text):
        record.write(0)
        record.write(text)
      case .hole(.mention(let mention)):
        record.write(1)
        record.write(mention)
      case .hole(.linkTitle(let link)):
        record.write(2)
        record.write(link)
      }
    }
  }
}
