import PlateauColumns

/// Why prices could not be had from an address: facts first, the sentence from `description`.
public enum DownloadError: Error, Hashable, Sendable {
  /// The text is no address of the web, and why.
  case noAddress(reason: String)
  /// There is no libcurl on this system.
  case noLibrary
  /// The name, the connection, the certificate or the transfer failed; the reason of libcurl.
  case network(reason: String)
  /// The server did not answer, or stopped answering.
  case timedOut
  /// More redirections than are followed.
  case redirections(limit: Int)
  /// More bytes than one read takes.
  case tooLarge(limit: Int)
  /// The user has interrupted the download.
  case cancelled
  /// The server answered with a status other than success.
  case status(Int)
  /// The server answered with success and without a byte.
  case empty
}

extension DownloadError: CustomStringConvertible {
  /// What is wrong, without the address.
  public var description: String {
    switch self {
    case .noAddress(let reason): reason
    case .noLibrary:
      "there is no libcurl on this system; install it, or download the file and load that"
    case .network(let reason): "the download failed: \(reason.drawable())"
    case .timedOut: "the server does not answer in time"
    case .redirections(let limit): "the server redirects more than \(limit) times"
    case .tooLarge(let limit): "the file has more than \(limit) bytes, the most that are read"
    case .cancelled: "the download was interrupted"
    case .status(let status): "the server answers \(status)\(Self.meaning(status))"
    case .empty: "the server sends an empty file"
    }
  }

  /// What a status says, for those that people meet.
  private static func meaning(_ status: Int) -> String {
    switch status {
    case 400: ": it does not understand the address"
    case 401, 407: ": it wants a login"
    case 402: ": it wants to be paid"
    case 403: ": it refuses access"
    case 404, 410: ": there is nothing at this address"
    case 429: ": it was asked too often; try again later"
    case 500..<600: ": it has a problem of its own; try again later"
    default: ""
    }
  }
}

extension DownloadError {
  /// Whether an earlier copy is still worth having: the server has not said that there is none.
  var isPassing: Bool {
    switch self {
    case .network, .timedOut, .noLibrary, .empty: true
    case .status(let status): status == 408 || status == 429 || status >= 500
    default: false
    }
  }
}
