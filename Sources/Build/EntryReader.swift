import Community
import Diagnostics
import Files
import Markup

/// Reads the files of entries, each alone: what an earlier build has kept of one, else the file.
struct EntryReader: Sendable {
  let files: SiteFiles
  let languages: NoteLanguages
  let cache: ReadingCache?
  let memory: SiteMemory?

  /// An entry, and where the cache has what it was made from.
  struct Reading: Sendable {
    var entry: Diagnosed<Entry?>
    var known: ReadingCache.Known?
    /// Whether its file had to be parsed.
    var isParsed = false
    /// What may be somebody's address or number in it.
    var details: [FoundDetail] = []
  }

  func read(_ file: ContentFolder.EntryFile) -> Reading {
    if let remembered = memory?.reading(file.path, in: files) { return remembered }
    let stamp = files.stamps?[file.path]
    if let known = cache?.known(file.path, stamp), let entry = kept(file, known, known.surface) {
      return Reading(entry: Diagnosed(entry.value, entry.diagnostics), known: known)
    }
    let read = files.text(file.path)
    guard let source = read.value else {
      return Reading(entry: Diagnosed(nil, read.diagnostics))
    }
    let key = cache?.key(source.bytes, of: file.id.kind)
    // The file may have had another name: that is part of the surface.
    if let known = key.flatMap({ cache?.known($0) }), let entry = kept(file, known, nil) {
      let surface = entry.value.surface
      return Reading(
        entry: Diagnosed(entry.value.knowing(surface: surface), entry.diagnostics),
        known: ReadingCache.Known(
          stamp: stamp, key: known.key, place: known.place, surface: surface))
    }
    let parsing = Entry.parse(source, as: file.id, dialect: .handbook, languages: languages)
    var reading = Reading(entry: parsing.entry, isParsed: true)
    if let entry = parsing.entry.value, let fields = parsing.fields {
      reading.details = DetailSearch.details(in: source, fields, of: entry)
    }
    // A file with such details in it is looked at again each time: what is kept has none.
    if let key, let parsed = parsing.parsed, let entry = reading.entry.value,
      reading.details.isEmpty, let place = cache?.add(parsed)
    {
      let surface = entry.surface
      reading.entry.value = entry.knowing(surface: surface)
      reading.known = ReadingCache.Known(stamp: stamp, key: key, place: place, surface: surface)
    }
    return reading
  }

  private func kept(
    _ file: ContentFolder.EntryFile, _ known: ReadingCache.Known, _ surface: Fingerprint?
  ) -> Diagnosed<Entry>? {
    cache?.parsed(known).flatMap { parsed in
      Entry.read(
        parsed, of: file.path.description, as: file.id, dialect: .handbook, languages: languages,
        surface: surface)
    }
  }
}
