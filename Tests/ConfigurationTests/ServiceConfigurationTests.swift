import Configuration
import Testing

@Suite struct ServiceConfigurationTests {
  @Test func `an empty file means the defaults`() throws {
    #expect(try parse("") == ServiceConfiguration())
  }

  @Test func `what is printed reads back as the same`() throws {
    var configuration = ServiceConfiguration()
    configuration.spool = "/srv/a \"quoted\" folder"
    configuration.pipelines = "/srv/pipelines"
    configuration.settle = 0.5
    configuration.keepDoneDays = 0
    configuration.reserveBytes = 0
    configuration.reserveInodes = 7
    configuration.probeInterval = 0.05
    configuration.watchPipelines = true
    configuration.ignore = ["*.bak", "draft-*", "index.html", "~*.wrk"]
    configuration.ignoreUsual = [".*", "Icon\r", "a \"quoted\" \\ name"] + (0..<40).map { "furniture \($0)" }
    configuration.readySuffix = ".ok"
    configuration.stages = ["match": StageSettings(width: 2, boundBytes: 8192, deadline: 0.25)]
    #expect(try parse(configuration.tomlText) == configuration)
  }

  @Test func `times may carry a unit`() throws {
    let configuration = try parse("settle = \"500ms\"\nempty_grace = 1\nrescan = \"5m\"\n")
    #expect(configuration.settle == 0.5)
    #expect(configuration.emptyGrace == 1)
    #expect(configuration.rescan == 300)
  }

  @Test func `a stage's widths and bounds are read`() throws {
    let configuration = try parse("[stages.match]\nwidth = 3\nbound = 8\nbound_bytes = 65_536\n")
    #expect(configuration.stages == ["match": StageSettings(width: 3, bound: 8, boundBytes: 65536)])
  }

  @Test(arguments: [
    ("settle = 2\n\nsettel = 3\n", 3, "settel is not a setting."),
    ("# a comment\nsettle = -1\n", 2, "settle is -1."),
    ("\r\nmax_document_bytes = \"16M\"\r\n", 2, "max_document_bytes holds a value of type string."),
    ("watch_pipelines = \"yes\"\n", 1, "watch_pipelines holds a value of type string."),
    ("keep_done_days = -1\n", 1, "keep_done_days is -1."),
    ("durability = \"always\"\n", 1, "durability is \"always\"."),
    ("spool = \"here\"\n", 1, "spool is \"here\", which depends on where the daemon is started."),
    ("ignore = [\"a*b*c\"]\n", 1, "\"a*b*c\" is no pattern for names."),
    ("ignore = [\"*\"]\n", 1, "\"*\" is no pattern for names."),
    ("ignore_usual = [\"a/b\"]\n", 1, "\"a/b\" is no pattern for names."),
    ("ready_suffix = \"/ok\"\n", 1, "\"/ok\" cannot end a name."),
    ("[budget]\nbytes = 1\n", 2, "budget.bytes is 1."),
    ("[budget]\ndocuments = 8\nmemory = 1\n", 3, "budget.memory is not a setting."),
    ("[stages.match]\nwidth = 1\nwidht = 2\n", 3, "stages.match.widht is not a setting."),
    ("\n[Budget]\ndocuments = 8\n", 2, "Budget is not a setting."),
    ("budget = { document = 8 }\n", 1, "budget.document is not a setting."),
    ("[stages.match]\nwidth = 1\n[stages.macth]\nwidth = 1\n", 3, "stages.macth is not a setting."),
    ("[stages]\nmatch.width = 0\n", 2, "stages.match.width is 0."),
    ("settle = 2\nsettle = = 3\n", 2, "This is not valid TOML"),
  ])
  func `an error names its file, its line and what is wrong`(text: String, line: Int, message: String) {
    let error = #expect(throws: ConfigurationError.self) { try parse(text) }
    #expect(error?.file == "dispaccio.toml")
    #expect(error?.line == line)
    #expect(error?.message.hasPrefix(message) == true)
    #expect(error?.remedy.isEmpty == false)
  }

  private func parse(_ text: String) throws(ConfigurationError) -> ServiceConfiguration {
    try ServiceConfiguration.parse(text, file: "dispaccio.toml", stageNames: ["extract", "match"])
  }
}
