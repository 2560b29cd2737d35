import Configuration
import Testing

@Suite struct PipelineConfigurationTests {
  @Test func `a version is enough, the folder gives the name`() throws {
    let pipeline = try parse("version = \"1.0.0\"\n")
    #expect(pipeline.name == "conflict")
    #expect(pipeline.languages == ["it", "en"])
    #expect(pipeline.includes == ["common"])
    #expect(pipeline.parameters.isEmpty)
  }

  @Test func `all that a pipeline may say is read`() throws {
    let pipeline = try parse(
      """
      name = "conflict"
      version = "2.1.0"
      languages = ["it"]
      include = []
      [parameters]
      key_sentences = 4
      [stages.match]
      width = 2
      """)
    #expect(pipeline.version == "2.1.0")
    #expect(pipeline.languages == ["it"])
    #expect(pipeline.includes == [])
    #expect(pipeline.parameters == ["key_sentences": 4])
    #expect(pipeline.stages == ["match": StageSettings(width: 2)])
  }

  @Test(
    arguments: [
      ("name = \"conflict\"\n", nil, "The pipeline has no version."),
      ("name = \"disaster\"\nversion = \"1\"\n", 1, "The pipeline calls itself \"disaster\""),
      ("version = \"1\"\nlanguages = [\"italiano\"]\n", 2, "languages must be"),
      ("version = \"1\"\nlanguages = \"it\"\n", 2, "languages holds a value of type string."),
      ("version = \"1\"\ninclude = [\"../etc\"]\n", 2, "include must be"),
      ("version = \"1\"\n[parameters]\nkey_sentences = \"3\"\n", 3, "parameters.key_sentences holds"),
      ("version = \"1\"\nmodel = \"x\"\n", 2, "model is not a setting."),
      ("version = \"1\"\n[parameters]\nkey_sentence = 3\n", 3, "parameters.key_sentence is not a setting."),
      ("version = \"1\"\n[parameters]\n\n\"key sentences\" = 3\n", 4, "parameters.key sentences is not a setting."),
      ("version = \"1\"\nparameters.keys = 3\n", 2, "parameters.keys is not a setting."),
      ("version = \"1\"\nparameters = { keys = 3 }\n", 2, "parameters.keys is not a setting."),
      ("version = \"1\"\n[parameters.more]\nkey_sentences = 3\n", 2, "parameters.more is not a setting."),
      ("version = \"1\"\n[parameters]\nkey_sentences = 0\n", 3, "parameters.key_sentences is 0."),
      ("version = \"1\"\n[stages.match]\nwidht = 1\n", 3, "stages.match.widht is not a setting."),
      ("version = \"1\"\n[[stages]]\nwidth = 1\n", 2, "stages holds a value of type array."),
      ("version = \"1\"\n[stages.macth]\nwidth = 1\n", 2, "stages.macth is not a setting."),
      ("version = \"1\"\n[language]\nit = true\n", 2, "language is not a setting."),
    ] as [(String, Int?, String)])
  func `an error names its line and what is wrong`(text: String, line: Int?, message: String) {
    let error = #expect(throws: ConfigurationError.self) { try parse(text) }
    #expect(error?.line == line)
    #expect(error?.message.hasPrefix(message) == true)
  }

  @Test func `the lines of what other files decide on are kept`() throws {
    let pipeline = try parse("version = \"1\"\nlanguages = [\"it\"]\n\n[stages.match]\nwidth = 2\n")
    #expect(pipeline.lines == ["languages": 2, "stages": 4])
    #expect(try parse("version = \"1\"\n").lines.isEmpty)
  }

  @Test(arguments: [1, 3, 7, 100]) func `as many key sentences as asked for are handed on`(count: Int) throws {
    let pipeline = try parse("version = \"1\"\n[parameters]\nkey_sentences = \(count)\n")
    #expect(pipeline.parameters["key_sentences"] == count)
  }

  private func parse(_ text: String) throws(ConfigurationError) -> PipelineConfiguration {
    try PipelineConfiguration.parse(
      text, file: "pipelines/conflict/pipeline.toml", folder: "conflict", stageNames: ["match"])
  }
}
