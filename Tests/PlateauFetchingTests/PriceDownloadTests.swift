import Foundation
import Synchronization
import Testing

@testable import PlateauFetching

@Suite(.timeLimit(.minutes(2))) struct PriceDownloadTests {
  private let text = "Date,Close\n2020-01-30,1\n"

  private func withCache(_ body: (DownloadCache) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(DownloadCache(folder: url.path))
  }

  private func failure(
    _ url: String, cache: DownloadCache? = nil, limits: WebRequest.Limits = WebRequest.Limits(),
    isCancelled: @escaping () -> Bool = { false }
  ) -> DownloadError? {
    do throws(DownloadError) {
      _ = try PriceDownload.bytes(of: url, cache: cache, limits: limits, isCancelled: isCancelled)
      return nil
    } catch {
      return error
    }
  }

  @Test func `the content of an address is downloaded and kept under its digest`() throws {
    let text = text
    let server = try LocalServer { _ in answer("200 OK", [], text) }
    defer { server.stop() }
    try withCache { cache in
      for path in ["/a.csv", "/b.csv"] {
        let content = try PriceDownload.bytes(of: server.address(path), cache: cache)
        #expect(content.bytes == Array(text.utf8))
        #expect(content.origin == .server)
        #expect(content.keepingFailure == nil)
      }
      // printf 'Date,Close\n2020-01-30,1\n' | sha256sum
      let name = "f3f29636bfcc02d8329ce3173845704211c535ee7185d6ca572421529f2b646c"
      let files = try FileManager.default.contentsOfDirectory(atPath: cache.folder)
      #expect(files.filter { !$0.hasSuffix(".url") } == [name])
      #expect(files.count == 3)
      #expect(FileManager.default.contents(atPath: cache.folder + "/" + name) == Data(text.utf8))
    }
  }

  @Test func `a copy is asked about and used as long as the server confirms it`() throws {
    let version = Mutex(1)
    let server = try LocalServer { question in
      let current = version.withLock { $0 }
      guard question.field("If-None-Match") != "\"v\(current)\"" else {
        return answer("304 Not Modified", ["ETag: \"v\(current)\""])
      }
      return answer("200 OK", ["ETag: \"v\(current)\""], "Date,Close\n2020-01-30,\(current)\n")
    }
    defer { server.stop() }
    try withCache { cache in
      let address = server.address("/a.csv")
      #expect(try PriceDownload.bytes(of: address, cache: cache).origin == .server)
      let second = try PriceDownload.bytes(of: address, cache: cache)
      #expect(second.origin == .confirmedCopy)
      #expect(second.bytes == Array(text.utf8))
      version.withLock { $0 = 2 }
      let third = try PriceDownload.bytes(of: address, cache: cache)
      #expect(third.origin == .server)
      #expect(String(decoding: third.bytes, as: UTF8.self) == "Date,Close\n2020-01-30,2\n")
    }
  }

  @Test func `without a mark of the version, the time of the change is asked about`() throws {
    let time = "Thu, 30 Jan 2020 00:00:00 GMT"
    let text = text
    let server = try LocalServer { question in
      question.field("If-Modified-Since") == time
        ? answer("304 Not Modified") : answer("200 OK", ["Last-Modified: \(time)"], text)
    }
    defer { server.stop() }
    try withCache { cache in
      let address = server.address("/a.csv")
      let first = try PriceDownload.bytes(of: address, cache: cache)
      #expect(first.origin == .server)
      let second = try PriceDownload.bytes(of: address, cache: cache)
      #expect(second.origin == .confirmedCopy)
    }
  }

  @Test func `a copy that was damaged is downloaded anew`() throws {
    let text = text
    let server = try LocalServer { question in
      question.field("If-None-Match") == nil
        ? answer("200 OK", ["ETag: \"v\""], text) : answer("304 Not Modified")
    }
    defer { server.stop() }
    try withCache { cache in
      let address = server.address("/a.csv")
      _ = try PriceDownload.bytes(of: address, cache: cache)
      for name in try FileManager.default.contentsOfDirectory(atPath: cache.folder)
      where !name.hasSuffix(".url") {
        try Data("Date,".utf8).write(to: URL(filePath: cache.folder + "/" + name))
      }
      let again = try PriceDownload.bytes(of: address, cache: cache)
      #expect(again.origin == .server)
      #expect(again.bytes == Array(text.utf8))
      #expect(try PriceDownload.bytes(of: address, cache: cache).origin == .confirmedCopy)
    }
  }

  @Test func `without the server the copy is used, and said to be unconfirmed`() throws {
    let text = text
    let isWell = Mutex(true)
    let server = try LocalServer { _ in
      isWell.withLock { $0 } ? answer("200 OK", [], text) : answer("503 Service Unavailable")
    }
    try withCache { cache in
      let address = server.address("/a.csv")
      _ = try PriceDownload.bytes(of: address, cache: cache)
      isWell.withLock { $0 = false }
      let ill = try PriceDownload.bytes(of: address, cache: cache)
      #expect(ill.origin == .unconfirmedCopy(.status(503)))
      #expect(ill.bytes == Array(text.utf8))
      #expect(failure(server.address("/other.csv"), cache: cache) == .status(503))
      server.stop()
      guard
        case .unconfirmedCopy(.network) =
          try PriceDownload.bytes(of: address, cache: cache).origin
      else {
        Issue.record("the server was reached after its end")
        return
      }
      guard case .network = failure(server.address("/other.csv"), cache: cache) else {
        Issue.record("no server, and no error")
        return
      }
    }
  }

  @Test func `a status other than success is an error, even where there is a copy`() throws {
    let isThere = Mutex(true)
    let text = text
    let server = try LocalServer { question in
      if question.path == "/empty" { return answer("200 OK") }
      return isThere.withLock { $0 }
        ? answer("200 OK", [], text) : answer("404 Not Found", [], "no such page")
    }
    defer { server.stop() }
    try withCache { cache in
      let address = server.address("/a.csv")
      _ = try PriceDownload.bytes(of: address, cache: cache)
      isThere.withLock { $0 = false }
      #expect(failure(address, cache: cache) == .status(404))
      #expect(failure(server.address("/empty"), cache: cache) == .empty)
      #expect(
        DownloadError.status(404).description
          == "the server answers 404: there is nothing at this address")
    }
  }

  @Test func `redirections are followed, but not for ever, nor to files`() throws {
    let text = text
    let server = try LocalServer { question in
      switch question.path {
      case "/old": answer("301 Moved Permanently", ["Location: /new"], "moved")
      case "/new": answer("200 OK", [], text)
      case "/file": answer("302 Found", ["Location: file:///etc/hostname"])
      default: answer("302 Found", ["Location: /round"])
      }
    }
    defer { server.stop() }
    #expect(
      try PriceDownload.bytes(of: server.address("/old"), cache: nil).bytes == Array(text.utf8))
    #expect(failure(server.address("/round")) == .redirections(limit: 10))
    #expect(server.paths.filter { $0 == "/round" }.count == 11)
    guard case .network = failure(server.address("/file")) else {
      Issue.record("a redirection to a file was followed")
      return
    }
  }

  @Test func `the size is bounded, whatever the server says of it`() throws {
    let server = try LocalServer { question in
      let body = String(repeating: "x", count: 100_000)
      return question.path == "/said"
        ? answer("200 OK", [], body) : Array("HTTP/1.0 200 OK\r\n\r\n\(body)".utf8)
    }
    defer { server.stop() }
    for path in ["/said", "/unsaid"] {
      var limits = WebRequest.Limits()
      limits.bytes = 99_999
      #expect(failure(server.address(path), limits: limits) == .tooLarge(limit: 99_999))
      limits.bytes = 100_000
      #expect(failure(server.address(path), limits: limits) == nil)
    }
  }

  @Test func `an answer that is cut off is an error`() throws {
    let whole = answer("200 OK", [], text)
    let server = try LocalServer { _ in Array(whole.dropLast(3)) }
    defer { server.stop() }
    guard case .network(let reason) = failure(server.address("/a.csv")) else {
      Issue.record("half a file was taken")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test func `a server that says nothing is waited for only so long`() throws {
    let server = try LocalServer { _ in
      Thread.sleep(forTimeInterval: 3)
      return []
    }
    defer { server.stop() }
    var limits = WebRequest.Limits()
    limits.totalSeconds = 1
    #expect(failure(server.address("/a.csv"), limits: limits) == .timedOut)
  }

  @Test func `a download ends when it is interrupted`() throws {
    let server = try LocalServer { _ in
      Thread.sleep(forTimeInterval: 3)
      return []
    }
    defer { server.stop() }
    #expect(failure(server.address("/a.csv"), isCancelled: { true }) == .cancelled)
  }

  @Test func `only addresses of the web are asked for`() {
    #expect(PriceDownload.isAddress("HTTPS://example.com/a.csv"))
    for text in ["", "a.csv", "http:/a", "ftp://example.com/a.csv", "file:///etc/hostname"] {
      #expect(!PriceDownload.isAddress(text))
      #expect(
        failure(text) == .noAddress(reason: "an address begins with http:// or https://"))
    }
    for text in ["http://a b", "http://a\0b", "http://a/\u{E9}", "http://a\r\nHost: b"] {
      guard case .noAddress = failure(text) else {
        Issue.record("\(text) was asked for")
        continue
      }
    }
    guard case .network = failure("http://") else {
      Issue.record("an address without a server was asked for")
      return
    }
  }

  @Test func `a cache that cannot be written does not lose the download`() throws {
    let text = text
    let server = try LocalServer { _ in answer("200 OK", [], text) }
    defer { server.stop() }
    let content = try PriceDownload.bytes(
      of: server.address("/a.csv"), cache: DownloadCache(folder: "/dev/null/prices"))
    #expect(content.bytes == Array(text.utf8))
    #expect(content.keepingFailure != nil)
  }

  @Test func `the cache is where the system keeps caches`() {
    let folder = { DownloadCache.standard(environment: $0)?.folder }
    #expect(folder(["HOME": "/home/a"]) == "/home/a/.cache/plateau/prices")
    #expect(folder(["HOME": "/home/a", "XDG_CACHE_HOME": "/c"]) == "/c/plateau/prices")
    #expect(folder(["HOME": "/home/a", "XDG_CACHE_HOME": "c"]) == "/home/a/.cache/plateau/prices")
    #expect(folder([:]) == nil)
  }
}
