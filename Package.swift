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

/// Whether the fuzzer of the language is built, which only some toolchains can (make fuzz-language).
let fuzzesLanguage = Context.environment["PLATEAU_FUZZ_LANGUAGE"] != nil

// The import table of each target is held by Tests/PlateauArchitectureTests.
let package = Package(
  name: "plateau",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CSystemHash", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(
      name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CEditShim", dependencies: ["CEdit"]),
    .target(name: "CEngineKernels"),
    .target(name: "CDownload", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

    .target(
      name: "PlateauColumns",
      dependencies: [.target(name: "CSystemHash", condition: .when(platforms: [.linux]))],
      swiftSettings: strict),
    .target(name: "PlateauLanguage", dependencies: ["PlateauColumns"], swiftSettings: strict),
    .target(
      name: "PlateauMarket", dependencies: ["PlateauColumns", "CZlib"], swiftSettings: strict),
    .target(
      name: "PlateauEngine", dependencies: ["PlateauColumns", "PlateauMarket", "CEngineKernels"],
      swiftSettings: strict),
    .target(name: "PlateauSearch", dependencies: ["PlateauColumns"], swiftSettings: strict),
    .target(
      name: "PlateauStorage",
      dependencies: ["PlateauColumns", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "PlateauFetching", dependencies: ["PlateauColumns", "CDownload"],
      swiftSettings: strict),
    .target(name: "PlateauReport", dependencies: ["PlateauColumns"], swiftSettings: strict),
    .target(
      name: "PlateauWorkbench",
      dependencies: [
        "PlateauColumns", "PlateauLanguage", "PlateauMarket", "PlateauEngine", "PlateauSearch",
        "PlateauStorage", "PlateauFetching", "PlateauReport",
      ],
      swiftSettings: strict),
    .target(
      name: "PlateauConsole",
      dependencies: [
        "PlateauColumns", "PlateauLanguage", "PlateauReport", "PlateauWorkbench", "CEditShim",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "plateau",
      dependencies: [
        "PlateauConsole",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "plateau-bench",
      dependencies: [
        "PlateauColumns", "PlateauEngine", "PlateauLanguage", "PlateauMarket", "PlateauSearch",
        "PlateauWorkbench",
      ],
      path: "Tests/PlateauBenchmarks",
      swiftSettings: strict),
    .executableTarget(
      name: "plateau-fuzz", dependencies: ["PlateauColumns"], path: "Tests/PlateauFuzz",
      swiftSettings: strict),
    .target(
      name: "PlateauLanguageProbe", dependencies: ["PlateauColumns", "PlateauLanguage"],
      path: "Tests/PlateauLanguageProbe", swiftSettings: strict),
    .testTarget(
      name: "PlateauColumnsTests", dependencies: ["PlateauColumns"], swiftSettings: strict),
    .testTarget(
      name: "PlateauLanguageTests",
      dependencies: ["PlateauColumns", "PlateauLanguage", "PlateauLanguageProbe"],
      exclude: ["Seeds"],
      swiftSettings: strict),
    .testTarget(
      name: "PlateauMarketTests", dependencies: ["PlateauColumns", "PlateauMarket", "CZlib"],
      swiftSettings: strict),
    .testTarget(
      name: "PlateauEngineTests",
      dependencies: ["PlateauColumns", "PlateauMarket", "PlateauEngine", "CEngineKernels"],
      swiftSettings: strict),
    .testTarget(
      name: "PlateauSearchTests", dependencies: ["PlateauColumns", "PlateauSearch"],
      swiftSettings: strict),
    .testTarget(
      name: "PlateauStorageTests",
      dependencies: [
        "PlateauMarket", "PlateauStorage", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PlateauFetchingTests", dependencies: ["PlateauFetching"], swiftSettings: strict),
    .testTarget(
      name: "PlateauReportTests", dependencies: ["PlateauColumns", "PlateauReport"],
      swiftSettings: strict),
    .testTarget(
      name: "PlateauConsoleTests",
      dependencies: ["PlateauColumns", "PlateauConsole", "PlateauReport", "PlateauWorkbench"],
      swiftSettings: strict),
    .testTarget(name: "PlateauArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "PlateauSessionTests",
      dependencies: [
        "plateau", "plateau-fuzz", "PlateauColumns", "PlateauEngine", "PlateauLanguage",
        "PlateauMarket", "PlateauReport",
        "PlateauWorkbench",
      ],
      exclude: ["Results/Golden"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer counts what its own module and those below it reach; they are built for it alone.
if fuzzesLanguage {
  package.targets.append(
    .executableTarget(
      name: "plateau-language-fuzz", dependencies: ["PlateauLanguageProbe"],
      path: "Tests/PlateauLanguageFuzz",
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
