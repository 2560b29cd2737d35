// swift-tools-version: 6.1

import PackageDescription

// Arrows go one way, and LayeringTests keeps them: text (ICU … Analysis), machine (Instrumentation, PipelineRuntime,
// Spool) and words (Configuration) do not know each other. Text and words meet in ServiceSetup, all three in
// DaemonService, the daemon that runs. DaemonControl is what a daemon and its operators say to each other, Commands what
// the program does for people: neither knows the daemon.

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

// MARK: - Text

let text: [Target] = [
  .systemLibrary(name: "CICULink", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
  .target(name: "CICU", dependencies: ["CICULink"]),
  .target(name: "ICU", dependencies: ["CICU"]),
  .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),
  .target(name: "CDigest", linkerSettings: [.linkedLibrary("crypto")]),
  .target(name: "Digest", dependencies: ["CDigest"]),
  .target(name: "CMagic", linkerSettings: [.linkedLibrary("magic")]),
  .target(name: "CMarkdown", linkerSettings: [.linkedLibrary("cmark")]),
  .target(name: "DocumentModel"),
  .target(name: "Languages", dependencies: ["DocumentModel"]),
  .target(name: "Lexicons", dependencies: ["DocumentModel", "Languages"]),
  .target(name: "LanguageIdentification", dependencies: ["CCLD2", "DocumentModel", "Lexicons"]),
  .target(name: "Intake", dependencies: ["CMagic", "CMarkdown", "ICU", "DocumentModel"]),
  .target(name: "Segmentation", dependencies: ["ICU", "DocumentModel", "Languages", "Lexicons"]),
  .target(name: "Quantities", dependencies: ["DocumentModel", "Languages", "Lexicons"]),
  .target(name: "Gazetteers", dependencies: ["ICU", "Digest", "DocumentModel", "Lexicons"]),
  .target(
    name: "Events",
    dependencies: ["DocumentModel", "Languages", "Lexicons", "Quantities", "Gazetteers", "Reading", "Clauses"]),
  .target(
    name: "Briefs",
    dependencies: [
      "ICU", "DocumentModel", "Languages", "Lexicons", "Quantities", "Gazetteers", "Reading", "Clauses", "Events",
    ]),
  .target(name: "Reading", dependencies: ["ICU", "Digest", "DocumentModel", "Languages", "Lexicons", "Segmentation"]),
  .target(name: "Clauses", dependencies: ["ICU", "DocumentModel", "Languages", "Lexicons", "Reading"]),
  .target(name: "Records", dependencies: ["DocumentModel"]),
  .target(
    name: "Rulesets",
    dependencies: [
      "ICU", "Digest", "DocumentModel", "Languages", "Lexicons", "LanguageIdentification", "Intake", "Segmentation",
      "Reading", "Clauses", "Quantities", "Gazetteers", "Events", "Briefs", "Records",
    ]),
  .target(
    name: "Analysis",
    dependencies: [
      "ICU", "Digest", "DocumentModel", "Lexicons", "LanguageIdentification", "Intake", "Segmentation", "Quantities",
      "Gazetteers", "Clauses", "Events", "Briefs", "Records", "Rulesets",
    ]),
]

// MARK: - Machine

let machine: [Target] = [
  .target(name: "CLinux"),
  .target(name: "Instrumentation", dependencies: [logging]),
  .target(name: "PipelineRuntime", dependencies: ["Instrumentation"]),
  .target(name: "Spool", dependencies: ["CLinux", "Instrumentation"]),
  .target(name: "MetricsPage"),
]

// MARK: - Words, and where the three meet

let meeting: [Target] = [
  .target(name: "Configuration", dependencies: [toml]),
  .target(
    name: "ServiceSetup",
    dependencies: [
      "Analysis", "Gazetteers", "Reading", "Clauses", "Rulesets", "Configuration", "DocumentModel", "Lexicons",
    ]),
  .systemLibrary(name: "CXMLLink", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
  .target(name: "CXML", dependencies: ["CXMLLink"]),
  .target(name: "GazetteerImport", dependencies: ["ICU", "CXML"]),
  .target(name: "Evaluation", dependencies: ["Analysis", "DocumentModel"]),
  .target(name: "DaemonControl", dependencies: ["ServiceSetup", "Instrumentation", "Spool", "CLinux"]),
  .target(
    name: "DaemonService",
    dependencies: [
      "ServiceSetup", "DaemonControl", "Analysis", "Rulesets", "Configuration", "DocumentModel", "Instrumentation",
      "MetricsPage", "PipelineRuntime", "Spool", "CLinux", logging,
    ]),
  .target(
    name: "Commands",
    dependencies: ["ServiceSetup", "DaemonControl", "Configuration", "Instrumentation", "Spool", logging]),
  .executableTarget(
    name: "dispaccio",
    dependencies: [
      "ServiceSetup", "DaemonControl", "DaemonService", "Commands", "Analysis", "Configuration", "DocumentModel",
      "Evaluation", "GazetteerImport", "Instrumentation", "Reading", "Clauses",
      argumentParser,
    ]),
  .executableTarget(
    name: "dispaccio-bench",
    dependencies: [
      "ServiceSetup", "Analysis", "DocumentModel", "Gazetteers", "Lexicons", "Reading", "Clauses", "Rulesets", "CLinux",
    ]),
  .target(
    name: "DispaccioTestSupport",
    dependencies: [
      "ServiceSetup", "DocumentModel", "Analysis", "Rulesets", "Configuration", "Instrumentation",
    ]),
]

// MARK: - Tests

let tests: [Target] = [
  .testTarget(name: "ICUTests", dependencies: ["ICU"]),
  .testTarget(name: "LanguagesTests", dependencies: ["Languages", "DocumentModel"]),
  .testTarget(name: "LexiconsTests", dependencies: ["Languages", "Lexicons", "DocumentModel"]),
  .testTarget(
    name: "TextTests",
    dependencies: ["ICU", "Intake", "Segmentation", "LanguageIdentification", "Digest", "DocumentModel"]),
  .testTarget(
    name: "ReadingTests", dependencies: ["Reading", "DocumentModel", "ServiceSetup", "DispaccioTestSupport"],
    exclude: ["Marked"]),
  .testTarget(
    name: "ClausesTests",
    dependencies: ["Clauses", "Reading", "DocumentModel", "ServiceSetup", "DispaccioTestSupport"]),
  .testTarget(name: "BriefsGrammarTests", dependencies: ["Briefs", "DocumentModel"]),
  .testTarget(name: "RecordsTests", dependencies: ["Records", "DocumentModel", "Rulesets", "DispaccioTestSupport"]),
  .testTarget(
    name: "AnalysisTests",
    dependencies: [
      "Analysis", "Rulesets", "Intake", "Configuration", "Records", "DocumentModel", "DispaccioTestSupport",
      "ServiceSetup",
    ],
    exclude: ["Snapshots", "Pipelines"]),
  .testTarget(name: "InstrumentationTests", dependencies: ["Instrumentation"]),
  .testTarget(name: "MetricsPageTests", dependencies: ["MetricsPage"]),
  .testTarget(
    name: "PipelineRuntimeTests", dependencies: ["PipelineRuntime", "Instrumentation", "DispaccioTestSupport"]),
  .testTarget(
    name: "SpoolTests", dependencies: ["Spool", "CLinux", "Instrumentation", "DispaccioTestSupport", logging]),
  .testTarget(name: "ConfigurationTests", dependencies: ["Configuration"]),
  .testTarget(name: "EndToEndTests", dependencies: ["dispaccio", "DispaccioTestSupport", "Digest"]),
  .testTarget(name: "GazetteersTests", dependencies: ["Gazetteers", "ICU", "DocumentModel"]),
  .testTarget(name: "GazetteerImportTests", dependencies: ["GazetteerImport"]),
  .testTarget(
    name: "EvaluationTests", dependencies: ["Evaluation", "Analysis", "DocumentModel", "DispaccioTestSupport"]),
  .testTarget(name: "LayeringTests"),
]

let package = Package(
  name: "Dispaccio",
  products: [.executable(name: "dispaccio", targets: ["dispaccio"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: text + machine + meeting + tests,
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

for target in package.targets
where target.type != .system
  && !["CICU", "CCLD2", "CDigest", "CMagic", "CMarkdown", "CLinux", "CXML"].contains(target.name)
{
  target.swiftSettings = [
    .unsafeFlags(["-warnings-as-errors"]),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
}
