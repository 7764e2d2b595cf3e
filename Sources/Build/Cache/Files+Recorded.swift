package import Files
import Markup
package import Records

extension Fingerprint: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(Int(bitPattern: UInt(high)))
    record.write(Int(bitPattern: UInt(low)))
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    let high = UInt64(UInt(bitPattern: try record.number()))
    self.init(high: high, low: UInt64(UInt(bitPattern: try record.number())))
  }
}

extension FileStamp: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(size)
    record.write(Int(modified))
    record.write(Int(changed))
    record.write(Int(bitPattern: UInt(device)))
    record.write(Int(bitPattern: UInt(number)))
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      size: try record.number(), modified: Int64(try record.number()),
      changed: Int64(try record.number()), device: UInt64(UInt(bitPattern: try record.number())),
      number: UInt64(UInt(bitPattern: try record.number())))
  }
}

extension RelativePath: Recorded {
  package func encode(to record: inout RecordWriter) { record.write(description) }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    let text = try record.text()
    do throws(PathProblem) {
      try self.init(text)
    } catch {
      throw DamagedRecord()
    }
  }
}

extension RecordWriter {
  /// Writes the fingerprint of all that was written, as the last 32 bytes.
  mutating func seal() {
    let seal = Fingerprint(bytes)
    write(content: Array(seal.description.utf8))
  }
}

extension RecordReader {
  /// Opens what ends in its seal; `nil` where it is not whole.
  init?(sealed bytes: [UInt8]) {
    guard bytes.count >= sealLength,
      let seal = Fingerprint(hexadecimal: bytes.suffix(sealLength)),
      seal == Fingerprint(bytes.dropLast(sealLength))
    else { return nil }
    self.init(bytes)
  }
}

private let sealLength = 32
