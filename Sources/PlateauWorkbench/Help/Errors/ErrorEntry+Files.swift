extension ErrorEntry {
  static let fileNotFound = ErrorEntry(
    summary: "there is no such file",
    reason: """
      A path starts from the folder in which plateau was started, in a script from the script's \
      folder. A path with spaces stands between double quotes.
      """,
    wrong: "load pricse.csv", right: "load prices.csv",
    related: ["load", "run", "file-not-readable"])

  static let fileNotReadable = ErrorEntry(
    summary: "a file that cannot be read as what it is meant to be",
    reason: """
      A folder, a pipe, a file without permission or one that is far too large is neither prices nor \
      a script.
      """,
    wrong: "load .", right: "load prices.csv", related: ["load", "run", "not-a-price-file"])

  static let notAPriceFile = ErrorEntry(
    summary: "a file in which no prices can be found",
    reason: """
      Prices are text: a first line that names the columns, among them a date and a close, then one \
      line a bar. 'load … columns date=A,close=B' says which column is which. Spreadsheets and \
      archives have to be saved as CSV first.
      """,
    wrong: "load notes.txt", right: "load prices.csv", related: ["load", "inspect", "bad-prices"])

  static let badPrices = ErrorEntry(
    summary: "a row of a price file that cannot be right",
    reason: """
      The message names file, line and column. Nothing is guessed: a price that is no number, a high \
      below its low or a date that can be read in two ways has to be mended in the file.
      """,
    wrong: "load broken.csv", right: "load prices.csv",
    related: ["load", "inspect", "not-a-price-file"])

  static let fileExists = ErrorEntry(
    summary: "the file holds something else, which would be lost",
    reason: "Writing the same bytes again is fine; 'force' replaces other ones.",
    before: sweep, wrong: "export csv notes.txt", right: "export csv notes.txt force",
    related: ["export", "save", "not-writable"])

  static let notWritable = ErrorEntry(
    summary: "the file cannot be written",
    reason:
      "The folder does not exist, is full or does not allow it, or the path is no plain file.",
    before: sweep, wrong: "export csv nowhere/best.csv", right: "export csv best.csv",
    related: ["export", "save", "file-exists"])

  static let runsItself = ErrorEntry(
    summary: "a script that runs itself",
    reason:
      "It would never end. A script may run others, as long as none of them leads back to it.",
    wrong: "run loop.plateau", right: "run first.plateau", related: ["run", "replay"])

  static let expectation = ErrorEntry(
    summary: "a line #= that says nothing that can be checked",
    reason: """
      'save' writes lines that begin with #=; a replay checks them: fingerprint SYMBOL HEX, \
      candidates N, digest HEX, kept N. A remark begins with # and a space.
      """,
    before: sweep, wrong: "#= candidats 2", right: "#= candidates 2",
    related: ["replay", "save", "replay-differs"])

  static let replayDiffers = ErrorEntry(
    summary: "a replay comes to another result than the script promises",
    reason: """
      The same plan, prices and version give the same digest. A difference means that prices, the \
      script or the version changed since it was saved; the message says what differs. Without \
      'verify' a replay only warns.
      """,
    wrong: "replay changed.plateau verify", right: "replay changed.plateau",
    related: ["replay", "save", "expectation"])

  static let assertion = ErrorEntry(
    summary: "the condition of an 'assert' does not hold",
    reason: """
      'assert' ends a script with status 4 where something is not as it should be; the hint shows \
      what was found.
      """,
    before: sweep, wrong: "assert candidates > 5", right: "assert candidates = 2",
    related: ["assert", "replay", "quit"])
}
