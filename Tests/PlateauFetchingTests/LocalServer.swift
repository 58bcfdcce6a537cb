import Foundation
import Synchronization

/// A server of one machine: it answers each request with what a closure says, one at a time.
final class LocalServer: Sendable {
  /// What a client asked: the path and the lines of the header, as they came.
  struct Question {
    var path: String
    var lines: [String]

    /// The value of a header field, or `nil`.
    func field(_ name: String) -> String? {
      let start = name.lowercased() + ":"
      return lines.first { $0.lowercased().hasPrefix(start) }.map {
        $0.dropFirst(start.count).trimmingCharacters(in: .whitespaces)
      }
    }
  }

  let port: UInt16
  private let descriptor: Int32
  private let asked = Mutex<[String]>([])

  /// The paths that were asked for so far.
  var paths: [String] { asked.withLock { $0 } }

  /// The address of a path.
  func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// Starts a server on a free port; an answer is everything that is sent, from the status line on.
  init(answering answer: @escaping @Sendable (Question) -> [UInt8]) throws {
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    descriptor = socket(AF_INET, kind, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let server = descriptor
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(server, $0, length) == 0 && listen(server, 8) == 0
          && getsockname(server, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in
      while true {
        let client = accept(server, nil, nil)
        guard client >= 0 else { return }
        serve(client, answer)
        close(client)
      }
    }
  }

  /// Ends the server: whoever asks next is refused.
  func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  private func serve(_ client: Int32, _ answer: (Question) -> [UInt8]) {
    var head = ""
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !head.contains("\r\n\r\n") {
      let count = read(client, &buffer, buffer.count)
      guard count > 0 else { return }
      head += String(decoding: buffer[..<count], as: UTF8.self)
    }
    let lines = head.components(separatedBy: "\r\n")
    let path = lines[0].split(separator: " ").dropFirst().first.map(String.init) ?? ""
    asked.withLock { $0.append(path) }
    let bytes = answer(Question(path: path, lines: Array(lines.dropFirst())))
    var sent = 0
    while sent < bytes.count {
      let rest = bytes[sent...]
      // A client that has gone away must not end the tests by a signal.
      let count = rest.withUnsafeBytes { send(client, $0.baseAddress, $0.count, noSignal) }
      guard count > 0 else { return }
      sent += count
    }
  }
}

#if canImport(Darwin)
  private let noSignal: Int32 = 0
#else
  private let noSignal = Int32(MSG_NOSIGNAL)
#endif

/// An answer with a body.
func answer(_ status: String, _ fields: [String] = [], _ body: String = "") -> [UInt8] {
  let head = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)", "Connection: close"]
  return Array(((head + fields).joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
}
