import Digest
import Testing

@Suite struct DigestTests {
  @Test func `agrees with the examples of the standard`() {
    #expect(
      SHA256.hex(SHA256.hash([]))
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hex(SHA256.hash(Array("abc".utf8)))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `gives the same for a text in pieces and can go on after a digest`() {
    var stream = SHA256Stream()
    #expect(stream.digest() == SHA256.hash([]))
    stream.update([])
    stream.update("a")
    #expect(stream.digest() == SHA256.hash(Array("a".utf8)))
    stream.update(Array("bc".utf8))
    #expect(stream.digest() == SHA256.hash(Array("abc".utf8)))
  }

  @Test func `takes spans and raw memory`() {
    let bytes = Array("abc".utf8)
    #expect(SHA256.hash(bytes.span) == SHA256.hash(bytes))
    #expect(bytes.withUnsafeBytes { SHA256.hash($0) } == SHA256.hash(bytes))
  }

  @Test func `writes the beginning of a digest in lower case`() {
    #expect(SHA256.hex([0x00, 0xAB, 0x7F].prefix(2)) == "00ab")
  }
}
