// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: Swift 6 mode, explicit existentials, imports that do not leak,
/// and no warning left standing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// The import table of each target is held by Tests/PlateauArchitectureTests.
let package = Package(
  name: "plateau",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CSystemHash", providers: [.apt(["libmd-dev"])]),

    .target(
      name: "PlateauColumns",
      dependencies: [.target(name: "CSystemHash", condition: .when(platforms: [.linux]))],
      swiftSettings: strict),
    .target(name: "PlateauLanguage", dependencies: ["PlateauColumns"], swiftSettings: strict),
    .target(name: "PlateauMarket", dependencies: ["PlateauColumns"], swiftSettings: strict),
    .target(
      name: "PlateauEngine", dependencies: ["PlateauColumns", "PlateauMarket"],
      swiftSettings: strict),
    .target(name: "PlateauSearch", dependencies: ["PlateauColumns"], swiftSettings: strict),
    .target(name: "PlateauReport", dependencies: ["PlateauColumns"], swiftSettings: strict),

    .testTarget(
      name: "PlateauColumnsTests", dependencies: ["PlateauColumns"], swiftSettings: strict),
    .testTarget(
      name: "PlateauLanguageTests", dependencies: ["PlateauLanguage", "PlateauColumns"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
