import PlateauMarket

extension HelpTopics {
  /// What becomes of what a price file may hold: the table that the checks work by.
  static let findingOverview = HelpTopic(
    name: "findings", kind: "topic", syntax: "findings",
    summary: "what is refused, repaired and warned of in prices",
    details: list(FindingRule.all.map { ($0.told, "\($0.seen); \($0.done)") })
      + """

      'inspect NAME' lists what was found, 'inspect NAME 3' one of them with the lines and bars. \
      'load PATH strict' refuses what would be repaired.
      """,
    examples: ["inspect"], related: ["inspect", "load", "data"])
}
