/// The elements of SVG that draw, describe or animate, in lists by the chapters of SVG 1.1 and 2,
/// and those of SVG 1.2 that editors still write.
enum SvgElements {
  static let allowed: Set<String> = Set(
    [structure, shapes, text, paint, filters, animation, fonts, flowed].joined())

  /// Elements that act, whatever namespace they claim.
  static let refusedAnywhere: Set<String> = [
    "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener",
  ]

  static let animating: Set<String> = [
    "set", "animate", "animatecolor", "animatemotion", "animatetransform",
  ]

  private static let structure = [
    "svg", "g", "defs", "symbol", "use", "switch", "a", "view", "title", "desc", "metadata",
    "style", "image",
  ]
  private static let shapes = [
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
  ]
  private static let text = ["text", "tspan", "tref", "textPath", "altGlyph"]
  private static let paint = [
    "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "hatch",
    "hatchpath", "mesh", "meshgradient", "meshpatch", "meshrow", "solidcolor", "solidColor",
  ]
  private static let filters = [
    "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix",
    "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood",
    "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge",
    "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight",
    "feTile", "feTurbulence",
  ]
  private static let animation = [
    "set", "animate", "animateColor", "animateMotion", "animateTransform", "mpath",
  ]
  private static let fonts = [
    "font", "font-face", "font-face-src", "font-face-name", "glyph", "missing-glyph", "hkern",
    "vkern",
  ]
  private static let flowed = [
    "flowRoot", "flowRegion", "flowDiv", "flowPara", "flowSpan", "flowLine",
  ]
}
