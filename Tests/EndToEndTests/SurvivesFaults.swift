import Glibc
import Testing

@Suite(.enabled(if: Machine.hasFaultSuite, "The fault suite needs Python and a C compiler."))
struct SurvivesFaults {
  /// The whole suite is for `Tests/FaultSuite/faults.py --full`; these cases take seconds.
  @Test(arguments: ["C6", "C7", "D9", "K4"])
  func `the promises of the fault suite hold`(promise: String) throws {
    try expectHeld([promise])
  }

  @Test(.enabled(if: Machine.mayMount, "A spool over several mounts needs root, and a machine that mounts."))
  func `a spool over several mounts is refused`() throws {
    try expectHeld(["D10"])
  }

  @Test func `a selection of kills and errors loses nothing`() throws {
    let told = try run(["--sample", "6"], within: 1_200)
    print(told)
    // What cannot be tried here says so; most can be tried everywhere.
    #expect(told.split(separator: "\n").count { $0.contains(": held") } > 40)
  }

  /// Runs cases that this machine can try: one that is left out has not held.
  private func expectHeld(_ promises: [String]) throws {
    let told = try run(promises, within: 900)
    #expect(told.contains(": held") && told.contains(" 0 left out"), "\(told)")
  }

  private func run(_ options: [String], within seconds: Double) throws -> String {
    let spool = ScratchSpool()
    let suite = try ChildProcess(
      ["python3", Built.package + "/Tests/FaultSuite/faults.py", "--program", Built.dispaccio] + options,
      output: spool.scratch + "/faults")
    let status = try suite.exitStatus(within: seconds)
    let told = Files.text(suite.outputPath)
    #expect(status == 0, "\(told) \(suite.errorText)")
    return told
  }
}
