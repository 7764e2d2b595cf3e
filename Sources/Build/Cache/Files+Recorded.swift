package import Files
package import Markup

extension Fingerprint: Recorded {
  package func write(to record: inout RecordWriter) {
    record.write(Int(bitPattern: UInt(high)))
    record.write(Int(bitPattern: UInt(low)))
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    let high = UInt64(UInt(bitPattern: try record.number()))
    self.init(high: high, low: UInt64(UInt(bitPattern: try record.number())))
  }
}

extension FileStamp: Recorded {
  package func write(to record: inout RecordWriter) {
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
  package func write(to record: inout RecordWriter) { record.write(description) }

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
  /// The record with the fingerprint of it before it.
  var sealed: [UInt8] {
    var record = RecordWriter()
    Fingerprint(bytes).write(to: &record)
    return record.bytes + bytes
  }
}

extension RecordReader {
  /// Opens what `sealed` wrote; `nil` where it is not whole.
  init?(sealed bytes: [UInt8]) {
    var reader = RecordReader(bytes)
    guard let seal = try? Fingerprint(from: &reader) else { return nil }
    let content = Array(bytes[reader.offset...])
    guard Fingerprint(content) == seal else { return nil }
    self.init(content)
  }
}
