/// The number that a reader read last: it belongs to one reader, which belongs to one thread.
final class LastNumber {
  var place = Int.min
  var reading: NumberReading?
}
