import Foundation

/// Gets the bytes at an address of the web, and remembers them.
public enum PriceDownload {
  /// The bytes at an address, and where they come from.
  public struct Content: Sendable {
    /// Where the bytes of a content come from.
    public enum Origin: Hashable, Sendable {
      /// The server sent them.
      case server
      /// The server said that the copy of an earlier download is still right.
      case confirmedCopy
      /// The server could not be asked, so that the copy may be out of date.
      case unconfirmedCopy(DownloadError)
    }

    /// The content as the server gave it.
    public let bytes: [UInt8]
    /// Where the content comes from.
    public let origin: Origin
    /// Why the content could not be kept for another time, if so.
    public let keepingFailure: String?
  }

  /// Whether a text is meant as an address and not as a path.
  public static func isAddress(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// The bytes at an address.
  ///
  /// An earlier copy is sent again only if the server has another version by now. When the server
  /// cannot be reached, or has a problem of its own, the copy is the answer, and `origin` says so.
  ///
  /// - Parameters:
  ///   - url: An address that begins with `http://` or `https://`.
  ///   - cache: Where copies are kept; `nil` keeps none.
  ///   - isCancelled: Asked several times a second; true ends the download.
  /// - Returns: The content and its origin.
  /// - Throws: `DownloadError` where there is neither an answer with content nor a copy.
  public static func bytes(
    of url: String, cache: DownloadCache?, isCancelled: @escaping () -> Bool = { false }
  ) throws(DownloadError) -> Content {
    try bytes(of: url, cache: cache, limits: WebRequest.Limits(), isCancelled: isCancelled)
  }

  static func bytes(
    of url: String, cache: DownloadCache?, limits: WebRequest.Limits,
    isCancelled: @escaping () -> Bool = { false }
  ) throws(DownloadError) -> Content {
    guard isAddress(url) else {
      throw .noAddress(reason: "an address begins with http:// or https://")
    }
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw .noAddress(
        reason: "an address has no spaces and only plain letters; write others as %20 and the like")
    }
    let copy = cache?.copy(of: url)
    do throws(DownloadError) {
      let request = WebRequest(
        url: url, etag: copy?.entry.etag ?? "", modified: copy?.entry.modified ?? "",
        limits: limits, isCancelled: isCancelled)
      let answer = try request.send()
      if answer.status == 304, let copy {
        return Content(bytes: copy.bytes, origin: .confirmedCopy, keepingFailure: nil)
      }
      guard answer.status == 200 else { throw .status(answer.status) }
      guard !answer.bytes.isEmpty else { throw .empty }
      return Content(
        bytes: answer.bytes, origin: .server, keepingFailure: keep(answer, of: url, in: cache))
    } catch {
      guard let copy, error.isPassing else { throw error }
      return Content(bytes: copy.bytes, origin: .unconfirmedCopy(error), keepingFailure: nil)
    }
  }

  /// Keeps an answer; returns why it could not.
  private static func keep(
    _ answer: WebRequest.Answer, of url: String, in cache: DownloadCache?
  ) -> String? {
    do {
      try cache?.keep(answer.bytes, of: url, etag: answer.etag, modified: answer.modified)
      return nil
    } catch {
      return error.localizedDescription
    }
  }
}
