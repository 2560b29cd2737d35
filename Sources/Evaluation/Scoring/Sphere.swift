internal import Glibc

/// Distances on the globe.
enum Sphere {
  /// The radius in kilometres.
  private static let radius = 6371.0

  /// Kilometres between two places in degrees, along a great circle.
  static func kilometres(
    _ first: (longitude: Double, latitude: Double), _ second: (longitude: Double, latitude: Double)
  ) -> Double {
    let (north, south) = (first.latitude * .pi / 180, second.latitude * .pi / 180)
    let down = sin((south - north) / 2)
    let across = sin((second.longitude - first.longitude) * .pi / 360)
    return 2 * radius * asin(min(1, (down * down + cos(north) * cos(south) * across * across).squareRoot()))
  }
}
