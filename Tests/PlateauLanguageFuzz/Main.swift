import PlateauLanguageProbe

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Texts for the language, found by following which branches they reach (libFuzzer):
//
//     make fuzz-language SECONDS=3600
//
// A text that crashes, hangs for more than a second, or is refused without a place is written to
// a file named after what it did.

/// One text; libFuzzer calls it.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOneText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let fault = LanguageProbe.fault(of: bytes) else { return 0 }
  // libFuzzer keeps the text of a trap, and shows what was printed before it.
  fatalError(fault)
}

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
struct Main {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments) { tryOneText($0, $1) })
  }
}
