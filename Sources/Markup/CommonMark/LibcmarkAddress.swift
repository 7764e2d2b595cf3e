extension UnsafeBufferPointer<UInt8> {
  /// Whether libcmark's safe mode leaves this address out: `_scan_dangerous_url` of 0.30.2.
  ///
  /// It lets much through that `SafeAddress` refuses, and serves only to equal libcmark's output.
  var isDangerousToLibcmark: Bool {
    let dangerous = ["javascript:", "vbscript:", "file:", "data:"]
    let images = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]
    return dangerous.contains(where: beginsIgnoringCase)
      && !images.contains(where: beginsIgnoringCase)
  }

  private func beginsIgnoringCase(_ prefix: String) -> Bool {
    count >= prefix.utf8.count && zip(self, prefix.utf8).allSatisfy { lowercased($0) == $1 }
  }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
  byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}
