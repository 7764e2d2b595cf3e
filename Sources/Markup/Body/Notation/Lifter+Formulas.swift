// A formula is lifted out before CommonMark sees it, line by line, so that no sign of it means
// emphasis, an escape, a list or a heading.
extension Lifter {
  /// Lifts the formula that a dollar sign opens, as far as its line goes.
  mutating func readDollar(at index: Int) -> Int {
    let formula = Formula(bytes: bytes, quotes: quotes, isInRow: isInCell)
    guard !isInFence, let end = formula.end(from: index) else {
      return byte(index + 1) == bytes[index] ? index + 2 : index + 1
    }
    formulaEnd = end
    return liftFormula(from: index)
  }

  /// Reads a line on which a formula goes on that began above, and returns where the next begins.
  mutating func readFormulaLine(from lineStart: Int) -> Int {
    var start = lineStart
    var quotesLeft = quotes
    while let byte = byte(start) {
      if byte == UInt8(ascii: ">"), quotesLeft > 0 {
        quotesLeft -= 1
      } else if byte != 0x20, byte != 0x09 {
        break
      }
      start += 1
    }
    return readInline(from: liftFormula(from: start))
  }

  private mutating func liftFormula(from start: Int) -> Int {
    lift(start..<min(formulaEnd, endOfLine(from: start)), .formula)
  }
}
