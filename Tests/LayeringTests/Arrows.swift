/// Which module may import which: what stands here and nothing else.
enum Arrows {
  static let text = [
    "ICU", "Digest", "DocumentModel", "Languages", "Lexicons", "LanguageIdentification", "Intake", "Segmentation",
    "Quantities", "Gazetteers", "Reading", "Clauses", "Events", "Briefs", "Records", "Rulesets", "Analysis",
  ]

  /// Modules of C and C++, and one that only names a library.
  static let notSwift: Set<String> = [
    "CICULink", "CICU", "CCLD2", "CDigest", "CMagic", "CMarkdown", "CLinux", "CXMLLink", "CXML",
  ]

  static let allowed: [String: Set<String>] = [
    "ICU": ["CICU"],
    "Digest": ["CDigest"],
    "DocumentModel": [],
    "Languages": ["DocumentModel"],
    "Lexicons": ["DocumentModel", "Languages"],
    "LanguageIdentification": ["CCLD2", "DocumentModel", "Lexicons"],
    "Intake": ["CMagic", "CMarkdown", "ICU", "DocumentModel"],
    "Segmentation": ["ICU", "DocumentModel", "Languages", "Lexicons"],
    "Quantities": ["DocumentModel", "Languages", "Lexicons"],
    "Gazetteers": ["ICU", "Digest", "DocumentModel", "Lexicons"],
    "Events": ["DocumentModel", "Languages", "Lexicons", "Quantities", "Gazetteers", "Reading", "Clauses"],
    "Briefs": [
      "ICU", "DocumentModel", "Languages", "Lexicons", "Quantities", "Gazetteers", "Reading", "Clauses", "Events",
    ],
    "Reading": ["ICU", "Digest", "DocumentModel", "Languages", "Lexicons", "Segmentation"],
    "Clauses": ["ICU", "DocumentModel", "Languages", "Lexicons", "Reading"],
    "Records": ["DocumentModel"],
    "Rulesets": [
      "ICU", "Digest", "DocumentModel", "Languages", "Lexicons", "LanguageIdentification", "Intake", "Segmentation",
      "Quantities", "Gazetteers", "Reading", "Clauses", "Events", "Briefs", "Records",
    ],
    "Analysis": [
      "ICU", "Digest", "DocumentModel", "Lexicons", "LanguageIdentification", "Intake", "Segmentation", "Quantities",
      "Gazetteers", "Clauses", "Events", "Briefs", "Records", "Rulesets",
    ],
    "Instrumentation": ["Logging"],
    "PipelineRuntime": ["Instrumentation"],
    "Spool": ["CLinux", "Instrumentation"],
    "MetricsPage": [],
    "Configuration": ["TOMLKit"],
    "ServiceSetup": [
      "Analysis", "Gazetteers", "Reading", "Clauses", "Rulesets", "Configuration", "DocumentModel", "Lexicons",
    ],
    "GazetteerImport": ["ICU", "CXML"],
    "Evaluation": ["Analysis", "DocumentModel"],
    "DaemonControl": ["ServiceSetup", "Instrumentation", "Spool", "CLinux"],
    "DaemonService": [
      "ServiceSetup", "DaemonControl", "Analysis", "Rulesets", "Configuration", "DocumentModel", "Instrumentation",
      "MetricsPage", "PipelineRuntime", "Spool", "CLinux", "Logging",
    ],
    "Commands": ["ServiceSetup", "DaemonControl", "Configuration", "Instrumentation", "Spool", "Logging"],
    "dispaccio": [
      "ServiceSetup", "DaemonControl", "DaemonService", "Commands", "Analysis", "Configuration", "DocumentModel",
      "Evaluation", "GazetteerImport", "Instrumentation", "Reading", "Clauses", "ArgumentParser",
    ],
    "dispaccio-bench": [
      "ServiceSetup", "Analysis", "DocumentModel", "Gazetteers", "Lexicons", "Reading", "Clauses", "Rulesets", "CLinux",
    ],
    "DispaccioTestSupport": [
      "ServiceSetup", "DocumentModel", "Analysis", "Rulesets", "Configuration", "Instrumentation",
    ],
  ]

  /// The parts of the system that a module may use besides: none for those that compute, the C library and Dispatch for
  /// those that deal with the machine.
  static func system(_ module: String) -> Set<String> {
    let machine: Set<String> = ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]
    return text.contains(module) ? ["Synchronization"] : machine
  }
}
