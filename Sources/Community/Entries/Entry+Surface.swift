package import Files
import Markup
import Records

extension Entry {
  /// The fingerprint of all that pages can be made from which do not show the entry's text: its
  /// front matter, and the surface of its body.
  ///
  /// Where notes have tasks or decisions, which registers and goals tell of, it is of every byte of
  /// the file.
  package var surface: Fingerprint { knownSurface ?? takenSurface }

  private var takenSurface: Fingerprint {
    var record = RecordWriter()
    record.write(source)
    record.write(head)
    record.write(notes?.description)
    body.writeSurface(to: &record)
    return Fingerprint(record.bytes)
  }
}
