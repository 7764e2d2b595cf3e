import Files
import Testing

/// The expected digests were computed with the `mmh3` package of PyPI, `hash64(…, seed 0)`.
@Suite("Fingerprints")
struct FingerprintTests {
  @Test(
    "the digest is MurmurHash3 x64_128",
    arguments: [
      ("", "00000000000000000000000000000000"),
      ("a", "85555565f6597889e6b53a48510e895a"),
      ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
      ("hello, world", "342fac623a5ebc8e4cdcbc079642414d"),
      ("The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347"),
      ("0123456789abcdef", "4be06d94cf4ad1a787c35b5c63a708da"),
      ("0123456789abcdef0", "eb24ae8785a5c07573fb68b3313128ca"),
    ])
  func vectors(_ text: String, _ digest: String) {
    #expect(Fingerprint(Array(text.utf8)).description == digest)
  }

  @Test("the digest is right for every length up to 300 bytes")
  func lengths() {
    let all = (0...300).map { Fingerprint(Array(ramp.prefix($0))).description }.joined()
    #expect(Fingerprint(Array(all.utf8)).description == "736108af3f5ba26c2659dcd803d8cd39")
  }

  @Test("how the bytes are cut into pieces makes no difference", arguments: [1, 3, 15, 16, 17, 40])
  func pieces(_ size: Int) {
    var builder = FingerprintBuilder()
    for start in stride(from: 0, to: ramp.count, by: size) {
      builder.append(Array(ramp[start..<min(start + size, ramp.count)]))
    }
    #expect(builder.fingerprint == Fingerprint(ramp))
  }

  @Test("a number is eight bytes, the lowest first, and a text its UTF-8")
  func fields() {
    var builder = FingerprintBuilder()
    builder.append(0x0102)
    builder.append("é")
    #expect(builder.fingerprint == Fingerprint([2, 1, 0, 0, 0, 0, 0, 0, 0xC3, 0xA9]))
  }

  @Test("the digits are read back, and nothing else is taken for them")
  func digits() {
    let print = Fingerprint(ramp)
    #expect(Fingerprint(hexadecimal: print.description.utf8) == print)
    #expect(Fingerprint(hexadecimal: "CBD8A7B341BD9B025B1E906A48AE1D19".utf8) == nil)
    #expect(Fingerprint(hexadecimal: "cbd8".utf8) == nil)
    #expect(Fingerprint(hexadecimal: "cbd8a7b341bd9b025b1e906a48ae1d1 ".utf8) == nil)
  }

  private let ramp = (0..<300).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) }
}
