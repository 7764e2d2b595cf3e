import Testing

@testable import Pictures

struct XmlReaderTests {
  private func fault(_ text: String) -> Int? {
    do throws(XmlFault) {
      var reader = try XmlReader(Array(text.utf8))
      while try reader.next() != nil {}
      return nil
    } catch {
      return error.offset
    }
  }

  @Test(
    "what is not well-formed is found at its place",
    arguments: [
      ("¦", 0), ("<a>¦", 0), ("<a>¦</b>", 0), ("<a/>¦<b/>", 0), ("<a/>¦words", 0), ("¦words", 0),
      ("<a b¦/>", 0), ("<a b=¦c/>", 0), ("<a b='¦<'/>", 0), ("<a b='c'¦", 0),
      ("<a b='c'¦d='e'/>", 0), ("¦<a b='' b=''/>", 0), ("<a>¦&nbsp;</a>", 0), ("<a>¦&</a>", 0),
      ("<a>¦&#0;</a>", 0), ("<a>¦&#xD800;</a>", 0), ("<a>¦&#+65;</a>", 0),
      ("<a>¦&#x110000;</a>", 0),
      ("<a>¦]]></a>", 0), ("<a><!--¦ -- --></a>", 0), ("<a><!--¦", 0), ("<a><![CDATA[¦x", 0),
      ("<a><?b¦", 0), ("\n¦<?xml version='1.0'?><a/>", 0), ("<a>¦<?xml version='1.0'?></a>", 0),
      ("¦<?XML version='1.0'?><a/>", 0), ("<?xml version='1.1'?>¦<a/>", 0),
      ("<?xml version='1.0' more='x'?>¦<a/>", 0), ("<?xml version='1.0' version='1.0'¦?><a/>", 0),
      ("<a>\u{1}</a>", 3), ("<a>¦<1/></a>", 1), ("¦<x:a/>", 0), ("¦<a x:b=''/>", 0),
      ("<¦a:b:c/>", 0), ("<¦:a/>", 0), ("¦<a xmlns:b=''/>", 0), ("¦<a xmlns:xml='urn:x'/>", 0),
      ("¦<a xmlns='http://www.w3.org/2000/xmlns/'/>", 0),
      ("¦<a xmlns:x='urn:x' xmlns:y='urn:x' x:b='' y:b=''/>", 0), ("<a/>¦<!DOCTYPE a>", 0),
      ("<!DOCTYPE a ¦", 0), ("¦<![CDATA[x]]><a/>", 0), ("<a>¦<!b></a>", 1),
      ("<a xmlns=''¦b=''/>", 0),
    ])
  func faults(marked: String, beyond: Int) {
    let parts = marked.split(separator: "¦", maxSplits: 1, omittingEmptySubsequences: false)
    let place = parts.count == 2 ? parts[0].utf8.count : 0
    #expect(fault(parts.joined()) == place + beyond)
  }

  @Test(
    "what is well-formed is read to its end",
    arguments: [
      "<a/>", "\u{FEFF}<?xml version=\"1.0\" encoding='UTF-8' standalone='no' ?>\r\n<a></a >\n",
      "<!-- a - b --><a b = 'c>' d=\"'\"/><!-- c -->", "<a>&lt;&#60;&#x3c;&apos;]] > é</a>",
      "<a xmlns='urn:a' xmlns:b='urn:b'><b:c b:d='' d=''/></a>", "<a><![CDATA[<b>]]]]></a>",
      "<!DOCTYPE a PUBLIC '>' \"[\"><a/>", "<a.b-c_d:e xmlns:a.b-c_d='urn:x'/>",
    ])
  func wellFormed(text: String) {
    #expect(fault(text) == nil)
  }
}
