import CDownload

/// Makes one request; the only place that names the C functions.
struct WebRequest {
  /// What a server answered.
  struct Answer {
    var status: Int
    var bytes: [UInt8]
    /// The field that names this version of the content, or an empty text.
    var etag: String
    /// The field that says when the content changed, or an empty text.
    var modified: String
  }

  /// The bounds of a request.
  struct Limits {
    var bytes = 2 << 30
    var redirections = 10
    var connectSeconds = 15
    /// How long not a byte may arrive.
    var stalledSeconds = 30
    var totalSeconds = 3600
  }

  var url: String
  var etag = ""
  var modified = ""
  var limits = Limits()
  var isCancelled: () -> Bool

  /// Sends the request and waits for the whole answer.
  ///
  /// - Throws: Why there is no answer; an answer of any status is one.
  func send() throws(DownloadError) -> Answer {
    var response = plateau_download_response()
    defer { plateau_download_free(&response) }
    let condition = Self.header("If-None-Match", etag)
    let since = Self.header("If-Modified-Since", modified)
    let question = Question(isCancelled)
    withExtendedLifetime(question) {
      Self.withOptionalCString(condition) { condition in
        Self.withOptionalCString(since) { since in
          url.withCString { url in
            var request = plateau_download_request()
            request.url = url
            request.headers = (condition, since)
            request.byte_limit = limits.bytes
            request.redirect_limit = limits.redirections
            request.connect_seconds = limits.connectSeconds
            request.stalled_seconds = limits.stalledSeconds
            request.total_seconds = limits.totalSeconds
            request.is_cancelled = { context in
              guard let context else { return 0 }
              let question = Unmanaged<Question>.fromOpaque(context).takeUnretainedValue()
              return question.isCancelled() ? 1 : 0
            }
            request.context = Unmanaged.passUnretained(question).toOpaque()
            plateau_download(&request, &response)
          }
        }
      }
    }
    try check(response)
    return Answer(
      status: response.status,
      bytes: Array(UnsafeBufferPointer(start: response.bytes, count: response.count)),
      etag: Self.text(response.etag), modified: Self.text(response.modified))
  }

  private func check(_ response: plateau_download_response) throws(DownloadError) {
    switch response.outcome {
    case PLATEAU_DOWNLOAD_DONE: return
    case PLATEAU_DOWNLOAD_NO_LIBRARY: throw .noLibrary
    case PLATEAU_DOWNLOAD_TIMED_OUT: throw .timedOut
    case PLATEAU_DOWNLOAD_TOO_MANY_REDIRECTS: throw .redirections(limit: limits.redirections)
    case PLATEAU_DOWNLOAD_TOO_LARGE: throw .tooLarge(limit: limits.bytes)
    case PLATEAU_DOWNLOAD_CANCELLED: throw .cancelled
    case PLATEAU_DOWNLOAD_NO_MEMORY: throw .network(reason: "there is not enough memory")
    default: throw .network(reason: Self.text(response.reason))
    }
  }

  /// Holds the question that the C function passes on.
  private final class Question {
    let isCancelled: () -> Bool
    init(_ isCancelled: @escaping () -> Bool) { self.isCancelled = isCancelled }
  }

  private static func header(_ name: String, _ value: String) -> String? {
    value.isEmpty ? nil : "\(name): \(value)"
  }

  private static func withOptionalCString(
    _ text: String?, _ body: (UnsafePointer<CChar>?) -> Void
  ) {
    guard let text else { return body(nil) }
    text.withCString(body)
  }

  /// The text in an array of C, up to its zero.
  private static func text<Characters>(_ characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
