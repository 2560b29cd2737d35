import Glibc
import Testing

@Suite struct SurvivesFaults {
  /// The whole suite is for `Tests/FaultSuite/faults.py --full`; these cases take seconds.
  @Test(arguments: ["C6", "C7", "D9", "D10", "K4"])
  func `the promises of the fault suite hold`(promise: String) throws {
    let spool = ScratchSpool()
    let suite = try ChildProcess(
      ["python3", Built.package + "/Tests/FaultSuite/faults.py", "--program", Built.dispaccio, promise],
      output: spool.scratch + "/faults")
    #expect(try suite.exitStatus(within: 200) == 0, "\(Files.text(suite.outputPath)) \(suite.errorText)")
  }

  @Test func `a selection of kills and errors loses nothing`() throws {
    let spool = ScratchSpool()
    let suite = try ChildProcess(
      ["python3", Built.package + "/Tests/FaultSuite/faults.py", "--program", Built.dispaccio, "--sample", "6"],
      output: spool.scratch + "/faults")
    #expect(try suite.exitStatus(within: 280) == 0, "\(Files.text(suite.outputPath)) \(suite.errorText)")
    print(Files.text(suite.outputPath))
  }
}
