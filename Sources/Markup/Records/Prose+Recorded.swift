package import Records

extension Prose: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(text)
    record.write(blocks)
    record.write(holes)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init()
    text = try record.content()
    blocks = try record.list()
    holes = try record.list()
  }
}

extension Prose.Block: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(Int(kind.rawValue))
    record.write(range)
    record.write(line)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    guard let kind = Prose.BlockKind(rawValue: try record.byte()) else { throw DamagedRecord() }
    self.init(kind: kind, range: try record.range(), line: try record.shortNumber())
  }
}

extension Prose.Hole: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(offset)
    switch filling {
    case .mention(let mention):
      record.write(0)
      record.write(mention)
    case .linkTitle(let link):
      record.write(1)
      record.write(link)
    }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    let offset = try record.shortNumber()
    switch try record.byte() {
    case 0: self.init(offset: offset, filling: .mention(try record.shortNumber()))
    case 1: self.init(offset: offset, filling: .linkTitle(try record.shortNumber()))
    default: throw DamagedRecord()
    }
  }
}
