/// Patches: what changes in other files.
enum Patch {
  /// What a patch cannot do without: hunks, and the names of both files.
  static func format(_ head: Head) -> TextFormat? {
    let hunks = head.lines.count { $0.begins("@@ -") && $0.has(" @@") }
    if hunks > 0, head.lines.contains(where: { $0.begins("+++ ") }), head.lines.contains(where: { $0.begins("--- ") }) {
      return .patch
    }
    let old = head.lines.count { $0.begins("*** ") || $0.begins("--- ") }
    return old >= 4 && head.lines.contains { $0.begins("***************") } ? .patch : nil
  }
}
