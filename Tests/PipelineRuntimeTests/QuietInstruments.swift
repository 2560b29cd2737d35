import Instrumentation

/// Instruments that write nowhere, and their lines.
func quietInstruments(time: TimeSource = .system) -> (Instruments, CapturedLines) {
  let lines = CapturedLines()
  return (Instruments(format: .text, output: lines.output, time: time), lines)
}
