import Testing

@testable import Pictures

struct SvgRefusalTests {
  /// The refusal of a drawing whose fault is marked by `¦`, which is taken out before.
  private func refusal(_ marked: String) -> (refusal: SvgRefusal?, offset: Int?) {
    let parts = marked.split(separator: "¦", maxSplits: 1, omittingEmptySubsequences: false)
    let text = parts.joined()
    do throws(SvgRefusal) {
      _ = try SvgCheck.cleaned(Array(text.utf8))
      return (nil, nil)
    } catch {
      return (error, parts.count == 2 ? parts[0].utf8.count : error.offset)
    }
  }

  private func drawing(_ content: String) -> String {
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
      + content + "</svg>"
  }

  private func expect(_ cause: SvgRefusal.Cause, _ marked: String) {
    let (refusal, offset) = refusal(marked)
    #expect(refusal?.cause == cause, "\(marked)")
    #expect(refusal?.offset == offset, "\(marked)")
  }

  @Test(
    "a script is refused under any name for it",
    arguments: [
      "¦<script>alert(1)</script>", "<g>¦<script href='#a'/></g>", "¦<SCRIPT/>",
      "¦<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
      "¦<script xmlns='http://www.w3.org/1999/xhtml'/>", "¦<script xmlns=''/>",
      "<metadata>¦<script/></metadata>",
      "<a:b xmlns:a='urn:x'>¦<s:script xmlns:s='http://www.w3.org/2000/svg'/></a:b>",
    ])
  func scripts(content: String) {
    expect(.script, drawing(content))
  }

  @Test(
    "an element that is not for drawing is refused",
    arguments: [
      ("¦<foreignObject/>", "foreignObject"), ("¦<FOREIGNOBJECT/>", "FOREIGNOBJECT"),
      ("¦<iframe/>", "iframe"), ("¦<object/>", "object"), ("¦<embed/>", "embed"),
      ("¦<audio/>", "audio"), ("¦<video/>", "video"), ("¦<handler/>", "handler"),
      ("¦<h:p xmlns:h='http://www.w3.org/1999/xhtml'/>", "p"),
      ("¦<font-face-uri/>", "font-face-uri"),
      ("¦<x:iframe xmlns:x='urn:x'/>", "iframe"), ("¦<color-profile/>", "color-profile"),
      ("¦<\u{E9}l\u{E9}ment/>", "?l?ment"), ("<style>¦<g/></style>", "g"),
      ("¦<h:p xmlns:h='http://www.w3.org&#x2F;1999/xhtml'/>", "p"),
      ("¦<\(String(repeating: "x", count: 60))/>", String(repeating: "x", count: 40)),
    ])
  func elements(content: String, name: String) {
    expect(.element(name), drawing(content))
  }

  @Test(
    "a handler of events is refused",
    arguments: [
      ("<g ¦onload='x'/>", "onload"), ("<g ¦OnClick=''/>", "OnClick"),
      ("<g id='a'\n ¦onmouseover='x'/>", "onmouseover"), ("<g ¦xlink:onload='x'/>", "onload"),
      ("<x:y xmlns:x='urn:x' ¦x:onend='x'/>", "onend"),
    ])
  func handlers(content: String, name: String) {
    expect(.handler(name), drawing(content))
  }

  @Test(
    "a reference to anything outside is refused",
    arguments: [
      ("<use ¦href='other.svg#a'/>", "href"),
      ("<image ¦xlink:href='https://example.org/a.png'/>", "href"),
      ("<image ¦href='data:image/png;base64,AA'/>", "href"), ("<a ¦href='page.html'/>", "href"),
      ("<a ¦href=''/>", "href"), ("<a ¦href='//example.org'/>", "href"),
      ("<image ¦src='a.png'/>", "src"), ("<a href='#a' ¦ping='https://example.org'/>", "ping"),
      ("<use xmlns:y='http://www.w3.org/1999/xlink' ¦y:href='x'/>", "href"),
      ("<use ¦href='&#32;x#'/>", "href"), ("<image ¦HREF='x'/>", "HREF"),
      ("<feImage ¦href='x'/>", "href"), ("<g ¦srcset='x'/>", "srcset"),
    ])
  func references(content: String, name: String) {
    expect(.outsideReference(name), drawing(content))
  }

  @Test(
    "a javascript: address is refused wherever it hides",
    arguments: [
      ("<a ¦href='javascript:x'/>", "href"), ("<a ¦href='&#106;ava&#x73;cript:x'/>", "href"),
      ("<a ¦href='java\tscript:x'/>", "href"), ("<a ¦href=' JaVa&#10;ScRiPt&#58;x'/>", "href"),
      ("<g ¦id='#javascript:x'/>", "id"), ("<animate attributeName='x' ¦to='javascript:x'/>", "to"),
      ("<g ¦id='vbscript:x'/>", "id"),
    ])
  func scriptAddresses(content: String, name: String) {
    expect(.scriptAddress(name), drawing(content))
  }

  @Test(
    "an animation of an address, a handler or a style is refused",
    arguments: [
      ("<set ¦attributeName='href' to='#a'/>", "href"),
      ("<animate ¦attributeName='xlink:href'/>", "href"),
      ("<animate ¦attributeName=' HREF '/>", "href"),
      ("<set ¦attributeName='onclick'/>", "onclick"),
      ("<set ¦attributeName='style'/>", "style"), ("<set ¦attributeName='hre&#102;'/>", "href"),
      ("<animateTransform ¦attributeName='src'/>", "src"),
    ])
  func animations(content: String, name: String) {
    expect(.animatedReference(name), drawing(content))
  }

  @Test(
    "a style that fetches or runs something is refused",
    arguments: [
      ("<g ¦style='fill:url(https://example.org)'/>", .styleReference),
      ("<g ¦fill='URL( \"x.svg#a\" )'/>", .styleReference),
      ("<g ¦fill='9url(x)'/>", .styleReference),
      ("<g ¦fill='url()'/>", .styleReference), ("<g ¦fill='url('/>", .styleReference),
      ("<g ¦filter='url(#a) url(b)'/>", .styleReference),
      ("<g ¦mask='image-set(\"a.png\" 1x)'/>", .styleReference),
      ("<g ¦mask='-webkit-image-set(\"a.png\" 1x)'/>", .styleReference),
      ("<animate attributeName='fill' ¦values='#fff;url(x)'/>", .styleReference),
      ("¦<style>a{fill:url(data:x)}</style>", .styleReference),
      ("¦<style>@font-face{src:src('x')}</style>", .styleReference),
      ("¦<style>u<!-- -->rl(x)</style>", .styleReference),
      ("¦<style><![CDATA[a{fill:u]]>rl(x)}</style>", .styleReference),
      ("¦<style>@imp<!-- -->ort 'x';</style>", .styleImport),
      ("¦<style>@IMPORT 'x';</style>", .styleImport),
      ("¦<style>&#64;import 'x';</style>", .styleImport),
      ("¦<style>@\\69mport 'x';</style>", .styleEscape),
      ("<g ¦style='fill:u\\72l(x)'/>", .styleEscape), ("<g ¦fill='u\\72l(x)'/>", .styleEscape),
      ("<g ¦style='width:expression(x)'/>", .styleScript),
      ("<g ¦style='-moz-binding:x'/>", .styleScript), ("<g ¦style='behavior:x'/>", .styleScript),
    ] as [(String, SvgRefusal.Cause)])
  func styles(content: String, cause: SvgRefusal.Cause) {
    expect(cause, drawing(content))
  }

  @Test("a document type, an instruction, another root or base is refused")
  func prologues() {
    expect(.doctype, "¦<!DOCTYPE svg>\(drawing(""))")
    expect(.doctype, "\n¦<!DOCTYPE svg [<!ENTITY a \"x\">]>\(drawing("&a;"))")
    expect(.instruction, "¦<?xml-stylesheet href='x'?>\(drawing(""))")
    expect(.instruction, drawing("¦<?xpacket begin=''?>"))
    expect(.instruction, drawing("<metadata>¦<?php x?></metadata>"))
    expect(.notADrawing, "¦<svg/>")
    expect(.notADrawing, "¦<g xmlns='http://www.w3.org/2000/svg'/>")
    expect(.baseAddress, drawing("<g ¦xml:base='https://example.org'/>"))
  }

  @Test("any other encoding than UTF-8 is refused")
  func encodings() {
    expect(.encoding, "¦<?xml version='1.0' encoding='UTF-7'?>\(drawing(""))")
    expect(.encoding, "¦<?xml version='1.0' encoding='utf-16'?>\(drawing(""))")
    #expect(throws: SvgRefusal(cause: .encoding, offset: 0)) {
      try SvgCheck.cleaned(latin("<svg xmlns='http://www.w3.org/2000/svg'>\u{E9}</svg>"))
    }
    #expect(throws: SvgRefusal(cause: .encoding, offset: 0)) {
      try SvgCheck.cleaned([0xFF, 0xFE, 0x3C, 0])
    }
  }

  @Test("what a comment parted is judged again in one piece")
  func joinedText() {
    #expect(throws: SvgRefusal.self) {
      try SvgCheck.cleaned(latin(drawing("<text>]]<!-- -->></text>")))
    }
  }
}
