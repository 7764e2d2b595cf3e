// swift-tools-version: 6.2
import PackageDescription

// Each target sees only those above it; `Tests/HouseTests` reads every `import` line against this.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// `handbook --version` names the commit that the tool was built from.
let commit = Context.gitInformation.map { "\"\($0.currentCommit.prefix(12))\"" } ?? "\"\""

let package = Package(
  name: "handbook",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    // Without its trait it needs no Foundation.
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CJpeg", pkgConfig: "libjpeg",
      providers: [.apt(["libjpeg-dev"]), .brew(["jpeg-turbo"])]),
    .systemLibrary(
      name: "CPng", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CWebP", pkgConfig: "libwebp", providers: [.apt(["libwebp-dev"]), .brew(["webp"])]),
    .target(name: "Text"),
    .target(name: "Records"),
    .target(name: "Dates", dependencies: ["Text"]),
    .target(name: "Diagnostics", dependencies: ["Text"]),
    .target(name: "Files", dependencies: ["Text", "Diagnostics"]),
    .target(
      name: "Markup",
      dependencies: [
        "Text", "Records", "Dates", "Diagnostics", "CCmark",
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(name: "PictureCodecs", dependencies: ["CJpeg", "CPng", "CWebP"]),
    .target(name: "Pictures", dependencies: ["CZlib", "PictureCodecs"]),
    .target(name: "Hosting"),
    .target(name: "Templates", dependencies: ["Diagnostics"]),
    .target(
      name: "Community",
      dependencies: ["Text", "Records", "Dates", "Diagnostics", "Files", "Markup"]),
    .target(name: "Theme"),
    .target(
      name: "Site",
      dependencies: [
        "Text", "Records", "Dates", "Diagnostics", "Files", "Markup", "Hosting", "Templates",
        "Community", "Theme",
      ]),
    .target(name: "StarterFiles"),
    .target(
      name: "Scaffolding",
      dependencies: ["Text", "Dates", "Diagnostics", "Markup", "Community", "StarterFiles"]),
    .target(
      name: "Build",
      dependencies: [
        "Records", "Dates", "Diagnostics", "Files", "Markup", "Pictures", "Community", "Site",
        "Scaffolding",
      ]),
    .target(name: "MessageGuide"),
    .target(name: "Revision", cSettings: [.define("HANDBOOK_COMMIT", to: commit)]),
    .target(
      name: "Serving",
      dependencies: [
        "Text", "Diagnostics", "Files", "Site", "Build",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    .target(
      name: "Reporting", dependencies: ["Text", "Dates", "Diagnostics", "Markup", "Community"]),
    .target(
      name: "Programs",
      dependencies: [
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(
      name: "LinkChecking",
      dependencies: ["Diagnostics", "Files", "Markup", "Community", "Programs"]),
    .target(
      name: "Publishing", dependencies: ["Text", "Diagnostics", "Files", "Hosting", "Programs"]),
    .target(
      name: "Importing",
      dependencies: [
        "Text", "Dates", "Diagnostics", "Files", "Markup", "Pictures", "Community", "Site", "Build",
        "Programs",
        .product(name: "SwiftCSV", package: "SwiftCSV"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]),
    .target(
      name: "Rewriting",
      dependencies: [
        "Text", "Records", "Dates", "Diagnostics", "Files", "Markup", "Community", "Site", "Build",
      ]),
    .target(name: "DeskFiles"),
    .target(
      name: "Desk",
      dependencies: [
        "Text", "Dates", "Diagnostics", "Files", "Markup", "Pictures", "Templates", "Community",
        "Site", "Scaffolding", "Build", "Serving", "Publishing", "Importing", "Rewriting",
        "DeskFiles",
      ]),
    .target(
      name: "HandbookCommand",
      dependencies: [
        "Text", "Dates", "Diagnostics", "Files", "Markup", "Hosting", "Community", "Site", "Build",
        "Serving", "Desk", "Publishing", "LinkChecking", "Reporting", "Importing", "Scaffolding",
        "Rewriting", "Revision", "MessageGuide", "Programs",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "handbook", dependencies: ["HandbookCommand"]),
    // What tests of a whole site share: sites in memory and on disk, messages as they are printed.
    .target(
      name: "TestSupport",
      dependencies: ["Dates", "Diagnostics", "Files", "Markup", "Community", "Site", "Build"],
      path: "Tests/Support"),
    .testTarget(
      name: "BuildTests",
      dependencies: [
        "TestSupport", "Dates", "Diagnostics", "Files", "Markup", "Community", "Site", "Build",
        "Rewriting", "handbook",
      ]),
    .testTarget(
      name: "CommunityTests",
      dependencies: [
        "TestSupport", "Dates", "Diagnostics", "Files", "Markup", "Community", "Build",
      ],
      exclude: ["Names"]),
    .testTarget(
      name: "LinkCheckingTests",
      dependencies: ["TestSupport", "Diagnostics", "Build", "LinkChecking", "Programs", "handbook"]),
    .testTarget(name: "DatesTests", dependencies: ["Dates"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Text", "Diagnostics"]),
    .testTarget(name: "FilesTests", dependencies: ["Diagnostics", "Files"]),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"]),
    .testTarget(
      name: "ScaffoldingTests",
      dependencies: [
        "TestSupport", "Dates", "Diagnostics", "Files", "Markup", "Community", "Scaffolding",
        "Build", "handbook",
      ]),
    .testTarget(
      name: "ImportingTests",
      dependencies: [
        "TestSupport", "Dates", "Diagnostics", "Files", "Markup", "Community", "Site", "Build",
        "Importing", "handbook",
      ],
      exclude: ["Sites"]),
    .testTarget(
      name: "MarkupTests",
      dependencies: ["TestSupport", "Text", "Records", "Dates", "Diagnostics", "Markup", "CCmark"]),
    .testTarget(name: "PicturesTests", dependencies: ["Pictures", "PictureCodecs"]),
    .testTarget(
      name: "ServingTests",
      dependencies: ["TestSupport", "Files", "Markup", "Site", "Build", "Serving", "handbook"]),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "TestSupport", "Text", "Dates", "Diagnostics", "Files", "Markup", "Community", "Site",
        "Build", "Serving", "Importing", "Rewriting", "Desk", "DeskFiles", "handbook",
      ],
      exclude: ["Pasted"]),
    .testTarget(
      name: "PublishingTests",
      dependencies: ["TestSupport", "Diagnostics", "Files", "Hosting", "Publishing", "handbook"]),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "TestSupport", "Records", "Dates", "Diagnostics", "Files", "Markup", "Community", "Site",
        "Build",
      ],
      exclude: ["Sites", "TinyTheme"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "TestSupport", "Dates", "Diagnostics", "Markup", "Community", "Build", "Reporting",
      ]),
    .testTarget(name: "TemplatesTests", dependencies: ["Diagnostics", "Templates"]),
    .testTarget(
      name: "DocumentsTests",
      dependencies: [
        "Dates", "Diagnostics", "Files", "Markup", "Templates", "Community", "Site", "Build",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// What only scripts build: `scripts/fuzz` and `scripts/bench-body`.
if Context.environment["HANDBOOK_TOOLS"] != nil {
  package.products.append(.library(name: "Fuzz", type: .static, targets: ["Fuzz"]))
  package.targets += [
    .target(
      name: "Fuzz", dependencies: ["TestSupport", "Diagnostics", "Markup", "Community"],
      path: "Tests/Fuzz", exclude: ["corpus", "dictionary.txt"]),
    .executableTarget(
      name: "BodyBench", dependencies: ["Diagnostics", "Markup", "CCmark"], path: "Tests/BodyBench"),
  ]
}

let inC = ["Theme", "StarterFiles", "DeskFiles", "Revision", "PictureCodecs"]
for target in package.targets where target.type != .system && !inC.contains(target.name) {
  target.swiftSettings = settings
}
