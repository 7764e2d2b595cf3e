import Diagnostics
import Markup

extension Entry {
  /// The details that a page shows: in its text, in what stands beside it, in where its links lead,
  /// and between the cells of its tables.
  func detailsOnThePage(_ source: SourceText) -> [FoundDetail] {
    inBlocks(source) + besidePictures + besideLinks + inFinishedHTML(source)
  }

  private func inBlocks(_ source: SourceText) -> [FoundDetail] {
    body.prose.blocks.flatMap { block in
      let range = Int(block.range.lowerBound)..<Int(block.range.upperBound)
      guard body.prose.text.holdsPlacesToLookAt(in: range) else { return [FoundDetail]() }
      return found(in: Array(body.prose.text[range])) { _ in
        source.location(line: Int(block.line))
      }
    }
  }

  private var besidePictures: [FoundDetail] {
    body.images.flatMap { image in
      [image.alternative, image.title].compactMap(\.self).flatMap { words in
        found(in: Array(words.utf8)) { _ in location(image.span) }
      }
    }
  }

  private var besideLinks: [FoundDetail] {
    body.links.flatMap { link -> [FoundDetail] in
      let titles = found(in: Array((link.title ?? "").utf8)) { _ in location(link.span) }
      // A bare address has been met as it is written.
      guard case .elsewhere(let address) = link.destination,
        link.hasLabel || address.utf8.contains(UInt8(ascii: "%"))
      else { return titles }
      return titles
        + found(in: Array(address.utf8).percentDecodedBytes) { _ in location(link.span) }
    }
  }

  /// Those of attributes, and of cells that belong to each other: a label and its value.
  private func inFinishedHTML(_ source: SourceText) -> [FoundDetail] {
    ([AttributeTexts.text(in: body.html)] + LabelledCells.texts(in: body.html)).flatMap { text in
      found(in: text) { words in
        let all = 0..<source.bytes.count
        return source.firstPlace(of: Array(words.utf8)[...], in: all).map(source.location)
          ?? source.whole
      }
    }
  }

  private func found(
    in text: [UInt8], at place: (String) -> SourceLocation
  ) -> [FoundDetail] {
    DetailScan(text).found.map {
      FoundDetail(detail: $0.detail, words: $0.reading, place: place($0.reading))
    }
  }
}

extension [UInt8] {
  /// Whether anything in a stretch may begin a detail, or be read otherwise than it is written;
  /// nothing is copied to tell.
  fileprivate func holdsPlacesToLookAt(in range: Range<Int>) -> Bool {
    if self[range].contains(where: { $0 >= 0xC2 }) { return true }
    return withUnsafeBufferPointer {
      var places = DetailPlaces(in: UnsafeBufferPointer(rebasing: $0[range]))
      return places.next() != nil
    }
  }
}
