/// Whether the kernel of each clause is sure.
extension Sentence {
  mutating func judge() {}
}
