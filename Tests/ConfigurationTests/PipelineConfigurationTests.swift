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
    ] as [(String, Int?, String)])
  func `an error names its line and what is wrong`(text: String, line: Int?, message: String) {
    let error = #expect(throws: ConfigurationError.self) { try parse(text) }
    #expect(error?.line == line)
    #expect(error?.message.hasPrefix(message) == true)
  }

  private func parse(_ text: String) throws(ConfigurationError) -> PipelineConfiguration {
    try PipelineConfiguration.parse(
      text, file: "pipelines/conflict/pipeline.toml", folder: "conflict", stageNames: ["match"])
  }
}
