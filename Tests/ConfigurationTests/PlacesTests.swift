import Configuration
import Testing

@Suite struct PlacesTests {
  @Test func `an option goes before the environment, that before the file, that before the default`() {
    var configuration = ServiceConfiguration()
    let environment = ["DISPACCIO_SPOOL": "/environment"]
    #expect(Places.spool(option: nil, environment: [:], configuration: configuration) == "/srv/dispaccio")
    configuration.spool = "/file"
    #expect(Places.spool(option: nil, environment: [:], configuration: configuration) == "/file")
    #expect(Places.spool(option: nil, environment: environment, configuration: configuration) == "/environment")
    #expect(Places.spool(option: "/option", environment: environment, configuration: configuration) == "/option")
    #expect(
      Places.spool(option: nil, environment: ["DISPACCIO_SPOOL": ""], configuration: configuration) == "/file")
  }

  @Test func `a folder of pipelines that was named is the only one`() {
    let folders = search(option: "/mine", executable: "/usr/bin/dispaccio")
    #expect(folders == ["/mine"])
  }

  @Test func `an installed binary finds its own share folder once`() {
    let folders = search(option: nil, executable: "/usr/bin/dispaccio")
    #expect(folders == ["/etc/dispaccio/pipelines", "/usr/share/dispaccio/pipelines"])
  }

  @Test func `a binary in a checkout finds the checkout's pipelines`() {
    let folders = search(option: nil, executable: "/home/a/dispaccio/.build/x86_64/release/dispaccio")
    #expect(
      folders == [
        "/etc/dispaccio/pipelines", "/home/a/dispaccio/.build/x86_64/share/dispaccio/pipelines",
        "/home/a/dispaccio/pipelines", "/usr/share/dispaccio/pipelines",
      ])
  }

  private func search(option: String?, executable: String) -> [String] {
    Places.pipelineFolders(
      option: option, environment: [:], configuration: ServiceConfiguration(), executable: executable,
      exists: { $0 == "/home/a/dispaccio/Package.swift" })
  }
}
