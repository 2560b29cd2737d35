import Analysis

@main
struct Bench {
  static func main() {}
}
