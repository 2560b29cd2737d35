import Glibc
import Testing

@Suite struct LeavesMetrics {
  @Test func `the metrics lie in the runtime folder, whole, for everybody, also after the end`() throws {
    let spool = ScratchSpool()
    let (daemon, _) = try spool.startReady(environment: ["RUNTIME_DIRECTORY": spool.scratch])
    let file = spool.scratch + "/dispaccio.prom"
    try Patience.until("a metrics file") { Files.text(file).contains("dispaccio_build_info{") }
    spool.drop("gao.txt", Reports.acharan)
    try Patience.until("a record") { !spool.records.isEmpty }
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
    let text = Files.text(file)
    #expect(text.contains("\ndispaccio_documents_completed_total{outcome=\"written\"} 1\n"))
    #expect(text.contains("\ndispaccio_stage_received_total{stage=\"extract\"} 1\n"))
    #expect(text.hasSuffix("\n"))
    var status = stat()
    #expect(stat(file, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o644)
  }
}
