import PlateauColumns

/// Lines that are wrong in many ways: bytes, mutated commands, words in any order.
struct RandomLine {
  private var random: RandomStream

  init(seed: UInt64) {
    random = RandomStream(seed: seed)
  }

  /// The next line, without a line feed, and without a path that leads out of the folder.
  mutating func next() -> [UInt8] {
    var line: [UInt8]
    switch below(4) {
    case 0: line = (0..<below(60)).map { _ in UInt8(below(256)) }
    case 1:
      line = Array((0..<(1 + below(12))).map { _ in pick(Self.words) }.joined(separator: " ").utf8)
    default: line = mutated(Array(pick(Self.commands).utf8))
    }
    return Self.harmless(line)
  }

  /// A whole number from 0 to below the limit.
  mutating func below(_ limit: Int) -> Int { min(limit - 1, Int(random.uniform() * Double(limit))) }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[below(choices.count)]
  }

  private mutating func mutated(_ line: [UInt8]) -> [UInt8] {
    var line = line
    for _ in 0..<(1 + below(4)) {
      let place = below(line.count + 1)
      switch below(7) {
      case 0: line.insert(UInt8(below(256)), at: place)
      case 1: line.insert(contentsOf: Array(pick(Self.words).utf8), at: place)
      case 2 where place < line.count: line.remove(at: place)
      case 3 where place < line.count: line[place] = UInt8(32 + below(95))
      case 4: line.removeLast(min(line.count, below(8)))
      case 5: line.insert(contentsOf: line[place..<min(line.count, place + below(12))], at: place)
      default:
        line.insert(
          contentsOf: " \(below(2) == 0 ? "-" : "")\(pick(Self.numbers)) ".utf8, at: place)
      }
    }
    return line
  }

  /// Without line feeds, ways out of the folder, and sweeps that take minutes.
  private static func harmless(_ line: [UInt8]) -> [UInt8] {
    let isRange = line.indices.dropLast().contains { line[$0] == 0x2E && line[$0 + 1] == 0x2E }
    var (safe, digits): ([UInt8], Int) = ([], 0)
    for byte in line where byte != 0x0A && byte != 0x0D {
      digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
      if isRange && digits > 3 { continue }
      // Between spaces, a slash divides; in a path it would lead elsewhere.
      if byte == UInt8(ascii: "/") { safe += Array(" / ".utf8) } else { safe.append(byte) }
    }
    return safe
  }

  private static let numbers = [
    "0", "1", "7", "99", "1e9", "9223372036854775807", "1e308", "1e-308", "0.1", "15%", "25bp",
    "3d",
    "99999999999999999999", "1_000", "0.30000000000000004", "2020-02-30", "2020-01-31T25:00",
  ]

  static let words =
    commands.flatMap { $0.split(separator: " ").map(String.init) } + numbers + [
      "(", ")", "{", "}", "[", "]", "\"", "'", ";", ",", "=", "..", "<", "!=", "^", "-", "+", "*",
      "\\", "#", "#=", "nan", "inf", "not", "crosses", "above", "日本", "ß", "“", "\u{0}",
      "\u{1B}[2J",
      "\u{FEFF}", "e\u{301}", "close[1]", "sma(close, 20)", "r1:0", "rank", "execution.lot",
    ]

  /// Commands that are right where they stand.
  static let commands = [
    "load p.csv", "load p.csv as Q timezone +01:00 columns date=Date,close=Close", "data",
    "inspect",
    "inspect P 1", "use P", "use P, Q", "series close, sma(close, 5) last 10", "window all",
    "window last 60 bars", "window 2015-03-01..2015-05-01", "generate P bars 120 seed 1",
    "generate Q bars 120 seed 2 regimes bull, bear", "strategy", "strategy sma_cross",
    "strategy swing", "strategy buy_and_hold", "strategy volatility_balancing",
    "strategy m { param n = 5 in 2..9; buy when close > sma(close, n); sell when rising(close, 3) }",
    "strategy o { order 10 when weight < 50%; let x = if(close > open, 1, 0) }", "set",
    "set fast 2..6", "set slow {8, 12}", "set stop 1%..5% step 2%", "set commission 0.1%",
    "set sizing fraction 50%", "set fill close", "set cash 1000", "set mode csv", "set mode table",
    "set columns sharpe, drawdown", "set metrics +omega_ratio", "set timing on", "set threads 1",
    "unset fast", "unset require", "unset filter 1", "unset metrics", "require fast < slow",
    "baseline fast=3, slow=9", "objective calmar", "objective maximize sharpe - 0.5 * drawdown",
    "explain sweep", "sweep", "sweep threads 2 as mine", "sweep background", "pause", "resume",
    "cancel", "runs", "open r1", "top", "top 5 by calmar", "filter sharpe > 0 and drawdown < 15%",
    "filter not (trades > 3 or fast = 2)", "filter", "describe", "failures", "show best",
    "show rank 2", "trades 0", "equity best 1", "convention rank 2", "stress slippage {0bp, 5bp}",
    "define score = sharpe / (1 + drawdown)",
    "export csv r.csv", "export json r.json", "export best b.plateau", "save s",
    "history", "undo", "redo", "note \"x y\"", "help sweep", "help sharpe", "warnings",
    "assert candidates > 0", "reset", "run nothing.plateau", "replay nothing.plateau verify",
  ]
}
