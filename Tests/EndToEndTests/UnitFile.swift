import Glibc
import Testing

@Suite struct UnitFile {
  private let scratch = ScratchSpool()

  @Test(.enabled(if: access("/usr/bin/systemd-analyze", X_OK) == 0, "systemd-analyze is not installed"))
  func `the unit is valid and keeps the daemon in a sandbox`() throws {
    let unit = Files.text(Built.package + "/systemd/dispaccio.service")
    #expect(unit.contains("ExecStartPre=/usr/bin/dispaccio check\n"))
    // The program is not installed here: the built one stands for it.
    let copy = scratch.scratch + "/dispaccio.service"
    Files.write(
      unit.split(separator: "/usr/bin/dispaccio", omittingEmptySubsequences: false).joined(separator: Built.dispaccio),
      to: copy)
    #expect(try analyze("verify", copy) == 0)
    // The threshold is the score times ten: 0.5 of 10.
    #expect(try analyze("security", "--offline=true", "--threshold=5", copy) == 0)
  }

  private func analyze(_ arguments: String...) throws -> Int32 {
    let process = try ChildProcess(["systemd-analyze"] + arguments, output: scratch.scratch + "/analyze")
    let status = try process.exitStatus()
    if status != 0 { print(process.errorText) }
    return status
  }
}
