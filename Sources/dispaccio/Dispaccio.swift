@main
struct Dispaccio {
  static func main() {}
}
