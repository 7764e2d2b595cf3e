import Community

extension Feed {
  /// The feed as RFC 4287 has it.
  var atom: [UInt8] {
    var xml = XMLText()
    xml.open("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language])
    xml.add("id", id)
    xml.add("title", title)
    if let subtitle { xml.add("subtitle", subtitle) }
    xml.add("updated", updated)
    xml.add("link", ["rel": "self", "type": "application/atom+xml", "href": address])
    xml.add("link", ["rel": "alternate", "type": "text/html", "href": home])
    xml.open("author")
    xml.add("name", community)
    xml.close("author")
    xml.add("generator", "Handbook")
    for entry in entries { entry.add(to: &xml) }
    xml.close("feed")
    return xml.bytes
  }
}

extension Feed.Entry {
  fileprivate func add(to xml: inout XMLText) {
    xml.open("entry", ["xml:lang": language])
    xml.add("id", id)
    xml.add("title", title)
    xml.add("link", ["rel": "alternate", "type": "text/html", "href": address])
    xml.add("published", published)
    xml.add("updated", updated)
    for person in people {
      xml.open("author")
      xml.add("name", person.name)
      if let address = person.address { xml.add("uri", address) }
      xml.close("author")
    }
    for tag in tags { xml.add("category", ["term": tag.id, "label": tag.label]) }
    if let summary { xml.add("summary", summary) }
    xml.add("content", ["type": "html"], html)
    xml.close("entry")
  }
}
