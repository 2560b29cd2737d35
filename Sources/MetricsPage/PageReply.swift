/// One answer: a status, a media type and a text.
public struct PageReply: Sendable, Equatable {
  /// The HTTP status.
  public let status: Int
  /// The media type of the text.
  public let mediaType: String
  /// The text.
  public let body: String

  /// An answer.
  public init(status: Int, mediaType: String = "text/plain; charset=utf-8", body: String) {
    self.status = status
    self.mediaType = mediaType
    self.body = body
  }

  /// The bytes to send; `withBody` false for `HEAD`.
  func bytes(withBody: Bool) -> [UInt8] {
    let reason =
      switch status {
      case 200: "OK"
      case 400: "Bad Request"
      case 404: "Not Found"
      case 405: "Method Not Allowed"
      case 503: "Service Unavailable"
      default: "Status"
      }
    let body = Array(body.utf8)
    let head = """
      HTTP/1.1 \(status) \(reason)\r
      Content-Type: \(mediaType)\r
      Content-Length: \(body.count)\r
      Connection: close\r
      Cache-Control: no-store\r
      \r

      """
    return Array(head.utf8) + (withBody ? body : [])
  }
}
