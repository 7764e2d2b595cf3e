extension Array {
  /// The same in no more memory than it needs: what is kept of a text is kept for all of a build.
  var fitted: [Element] {
    var fitted: [Element] = []
    fitted.reserveCapacity(count)
    fitted += self
    return fitted
  }
}

extension Prose {
  var fitted: Prose {
    var fitted = Prose()
    fitted.text = text.fitted
    fitted.blocks = blocks.fitted
    fitted.holes = holes.fitted
    return fitted
  }
}
