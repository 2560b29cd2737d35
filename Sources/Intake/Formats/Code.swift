/// Programs, style sheets, scripts, queries.
enum Code {
  /// Most lines are code, whatever their language, and no more than some comments or strings are prose.
  static func format(_ head: Head) -> TextFormat? {
    var code = 0
    var strong = 0
    var prose = 0
    var neutral = 0
    var declarations = 0
    for line in head.lines {
      if isComment(line) || !line.hasWords && line.bytes.count > 3 {
        neutral += 1
      } else if isDeclaration(line) {
        declarations += 1
        code += 1
        strong += 1
      } else {
        let strength = strength(line)
        if strength > 0 { code += 1 }
        if strength > 1 { strong += 1 }
        if strength == 0, line.isProse { prose += line.bytes.count }
      }
    }
    let counted = head.lines.count - neutral
    guard strong > 0, code * 2 >= counted, strong >= 2 || counted <= 2, prose * 2 <= head.bytes else {
      return nil
    }
    let isProgram = head.lines.contains {
      $0.begins(["export ", "import ", "interface ", "type ", "class ", "const "])
    }
    return declarations * 3 > counted && !isProgram ? .styleSheet : .code
  }

  private static func isComment(_ line: Line) -> Bool {
    line.begins(["//", "/*", "*/", "* ", "-- ", "--[", "\"\"\"", "'''", "<!--", "-->", "# ", ";;", "{-", "(*"])
      || line.is("*") || line.is("#")
  }

  /// `color: red;`, which a style sheet consists of.
  private static func isDeclaration(_ line: Line) -> Bool {
    let length = line.name(also: "-")
    guard length > 1, line[length] == UInt8(ascii: ":"), line.ends(";"), !line.isProse else { return false }
    return !Line.isCapital(line[0]) && !line.has("(\"")
  }

  private static let openings = [
    "#include", "#import ", "#define ", "#ifdef", "#ifndef", "#endif", "#pragma", "@import", "@media", "@interface",
    "@implementation", "import {", "import *", "import \"", "import '", "export default", "export const",
    "export function",
    "export class", "module.exports", "require(", "package main", "fn main", "pub fn ", "use std", "using namespace",
    "public class", "public static", "private static", "public func", "async def ", "async function", "const {",
    "} else", "}else", "} catch", "elif ", "else:", "try:", "finally:", "except:", "except ", "pass", "fi", "done",
    "esac", "endif", "<?", "?>", "$(", "echo $", "echo \"", "set -e", "INSERT INTO ", "CREATE TABLE",
    "CREATE OR REPLACE ", "CREATE FUNCTION ", "CREATE INDEX", "CREATE VIEW",
    "CREATE EXTENSION", "ALTER FUNCTION", "ALTER EXTENSION", "COMMENT ON ", "GRANT SELECT", "RETURNS ", "LANGUAGE ",
    "AS '", "AS $", "(defun ", "(setq ", "(defvar ", "(require ", "(let ", "\\echo ", "DROP TABLE",
    "ALTER TABLE", "DELETE FROM", "SELECT * FROM", "insert into ", "create table", "drop table", "VALUES (", "VALUES(",
    "PRAGMA ", "BEGIN TRANSACTION", "COMMIT;", "if __name__", "console.log", "System.out", "print(", "printf(",
    "self.", "this.", "var(--", "println!(", "print \"", "Write-Host ", "foreach (", "data class ", "println(", "puts ",
    "CMD [", "ENTRYPOINT [", "end",
  ]
  private static let openingWords: Set<String> = ["pass", "fi", "done", "esac", "endif", "end"]

  /// What no sentence has.
  private static let sure = ["&&", "||", "=>", "});"]

  private static let insides = [
    " == ", "!= ", "->", "+=", "-=", "();", "()", "${", "$(", "](", "</", "/>", "{}", "\\n", " <- ",
  ]

  private static let pairs: [(String, String)] = [
    ("def ", ":"), ("class ", ":"), ("class ", "{"), ("func ", "{"), ("function ", "{"), ("struct ", "{"),
    ("enum ", "{"),
    ("if ", "{"), ("if (", "{"), ("for ", "{"), ("for ", "do"), ("while ", "do"), ("if ", "then"), ("if [", "then"),
    ("for ", ":"), ("while ", ":"), ("if ", ":"), ("SELECT ", ";"), ("ALTER ", ";"), ("CREATE ", ";"), ("CREATE ", "("),
    ("DROP ", ";"), ("GRANT ", ";"), ("AS ", ";"), ("select ", ";"), ("UPDATE ", ";"),
    ("switch ", "{"),
    ("namespace ", "{"), ("interface ", "{"), ("impl ", "{"), ("return ", ";"), ("import ", ";"), ("using ", ";"),
    ("package ", ";"), ("use ", ";"), ("with ", ":"), ("return ", ")"), ("module ", "{"), ("extension ", "{"),
    ("fun ", "{"), ("def ", ")"),
  ]

  /// 0: no code; 1: may be code; 2: is code.
  private static func strength(_ line: Line) -> Int {
    if let opening = openings.first(where: { line.begins($0) }) {
      return openingWords.contains(opening) && !line.is(opening) ? 0 : 2
    }
    if isAssignment(line) || isBareImport(line) { return 2 }
    if isSelector(line) || isCall(line) { return 2 }
    if pairs.contains(where: { line.begins($0.0) && line.ends($0.1) }) {
      return line.isProse && line.last == 0x3A ? 0 : 2
    }
    // Wires are in capitals: "FROM THE CAPITAL, …" is none of a query's clauses.
    if line.begins(["FROM ", "WHERE ", "SELECT ", "SET "]) {
      return line.has("=") || line.has(" FROM ") && line.last == UInt8(ascii: ";") ? 2 : line.isProse ? 0 : 1
    }
    if sure.contains(where: { line.has($0) }) || hasScope(line) { return 2 }
    let marks = insides.count { line.has($0) }
    if marks >= 2 || marks == 1 && !line.isProse { return 2 }
    let last = line.last
    if last == UInt8(ascii: "{") || last == UInt8(ascii: "}"), !line.isProse { return line.bytes.count <= 3 ? 1 : 2 }
    if ["];", "};", "},", "],", "',", "\",", ")", "):"].contains(where: { line.is($0) }) { return 1 }
    if last == UInt8(ascii: ";"), line.has("(") || line.has("=") || !line.has(" ") { return line.isProse ? 0 : 2 }
    return (line.ends("\",") || line.ends("',") || line.ends("),")) && !line.isProse ? 1 : 0
  }

  /// `let x = 4`, `x: Int = 4`, `$x = 4`, `x[1] := 4`.
  private static func isAssignment(_ line: Line) -> Bool {
    var start = 0
    for word in [
      "let ", "var ", "const ", "export ", "local ", "static ", "final ", "int ", "char ", "float ", "double ",
      "auto ", "val ", "public ", "private ", "my ",
    ]
    where line.begins(word) {
      start = word.utf8.count
    }
    let length = line.name(from: start, also: ".$[]\"'*&@")
    guard length > 0, Line.isLetter(line[start]) || "$@_*".utf8.contains(line[start]) else { return false }
    var index = start + length
    while line[index] == 0x20 { index += 1 }
    if line[index] == UInt8(ascii: ":"), isType(line, from: index + 1) { return true }
    if "+-:*/|".utf8.contains(line[index]) { index += 1 }
    return line[index] == UInt8(ascii: "=") && index + 1 < line.bytes.count
  }

  /// `x: Int = 4` from behind the colon.
  private static func isType(_ line: Line, from start: Int) -> Bool {
    var index = start
    while line[index] == 0x20 { index += 1 }
    let length = line.name(from: index, also: ".<>[]?")
    return length > 0 && line[index + length] == 0x20 && line[index + length + 1] == UInt8(ascii: "=")
  }

  /// `import os`, `from os import path`, `require 'x'`: no sentence, for it ends without a stop and has no other words.
  private static func isBareImport(_ line: Line) -> Bool {
    let words = line.bytes.split(separator: 0x20)
    guard line.last != UInt8(ascii: "."), line.bytes.count < 100 else { return false }
    if words.count == 2, line.begins("import ") || line.begins("require ") || line.begins("package ") { return true }
    return words.count >= 4 && line.begins("from ") && words[2].elementsEqual("import".utf8)
  }

  /// `std::move`; two colons by a slip have a space on one side.
  private static func hasScope(_ line: Line) -> Bool {
    line.bytes.indices.dropFirst().dropLast(2).contains { at in
      line[at] == 0x3A && line[at + 1] == 0x3A && line[at - 1] > 0x20 && line[at - 1] < 0x80
        && Line.isLetter(line[at + 2])
    }
  }

  /// `.head, #main > p {`.
  private static func isSelector(_ line: Line) -> Bool {
    line.last == UInt8(ascii: "{") && (line[0] == UInt8(ascii: ".") || line[0] == UInt8(ascii: "#"))
      && Line.isLetter(line[1])
  }

  /// `name(…)` from the beginning to the end, without a space before the parenthesis.
  private static func isCall(_ line: Line) -> Bool {
    let length = line.name(also: ".")
    guard length > 1, line[length] == UInt8(ascii: "("), length < 60 else { return false }
    return line.ends(")") || line.ends(");") || line.ends("(") || line.ends("){") || line.ends(") {") || line.ends("):")
  }
}
