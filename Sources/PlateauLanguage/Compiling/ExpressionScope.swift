public import PlateauColumns

/// What the names and functions of an expression may mean at one place.
public struct ExpressionScope: Sendable {
  /// One name that expressions may use.
  public struct Name: Sendable {
    /// The name; `sharpe_ratio[bear]` for a metric with a label.
    public let name: String
    /// Other names of the same thing.
    public let aliases: [String]
    /// What its value means.
    public let kind: ValueKind
    /// The words of a name of kind `text`; its value is an index into them.
    public let labels: [String]
    /// The name that programs read.
    public let input: String
    /// One line of meaning.
    public let summary: String
    /// Whether the value is the same on every row, so that it may stand for a length.
    public let isScalar: Bool
    /// Whether the value is the account's at a close; a rule sees it now and has no past of it.
    public let isAccountState: Bool

    /// Creates a name; programs read it under the same name unless `input` says otherwise.
    public init(
      _ name: String, aliases: [String] = [], kind: ValueKind = .number, labels: [String] = [],
      input: String? = nil, summary: String = "", isScalar: Bool = false,
      isAccountState: Bool = false
    ) {
      self.name = name
      self.aliases = aliases
      self.kind = kind
      self.labels = labels
      self.input = input ?? name
      self.summary = summary
      self.isScalar = isScalar
      self.isAccountState = isAccountState
    }

    func answers(to wanted: String) -> Bool {
      name.lowercased() == wanted || aliases.contains { $0.lowercased() == wanted }
    }
  }

  /// What the names are, for messages: "metric or parameter".
  public let noun: String
  /// The names.
  public let names: [Name]
  /// The functions.
  public let functions: [ColumnFunction]
  /// Whether rows are bars in order: then look backs, crossings and rolling functions make sense.
  public let allowsRows: Bool
  /// Expressions with a name, put in where the name stands; found after `names`.
  public let definitions: [String: CompiledExpression]
  /// Names that mean something in other places, in lower case, with the error for them here.
  public let elsewhere: [String: Diagnostic]
  /// Where a name or alias in lower case stands in `names`.
  private let places: [String: Int]

  /// Creates a scope.
  public init(
    noun: String, names: [Name], functions: [ColumnFunction], allowsRows: Bool,
    definitions: [String: CompiledExpression] = [:], elsewhere: [String: Diagnostic] = [:]
  ) {
    self.noun = noun
    self.names = names
    self.functions = functions
    self.allowsRows = allowsRows
    self.definitions = definitions
    self.elsewhere = elsewhere
    var places: [String: Int] = [:]
    for (place, name) in names.enumerated() {
      for typed in [name.name] + name.aliases where places[typed.lowercased()] == nil {
        places[typed.lowercased()] = place
      }
    }
    self.places = places
  }

  /// The name or alias as typed in any case.
  func name(_ typed: String) -> Name? {
    places[typed.lowercased()].map { names[$0] }
  }

  /// The definition as typed in any case.
  func definition(_ typed: String) -> CompiledExpression? {
    if let exact = definitions[typed] { return exact }
    let wanted = typed.lowercased()
    return definitionNames.first { $0.lowercased() == wanted }.flatMap { definitions[$0] }
  }

  /// The function as typed in any case.
  func function(_ typed: String) -> ColumnFunction? {
    let wanted = typed.lowercased()
    return functions.first { $0.name == wanted }
  }

  /// Every name that may be typed, aliases and definitions included.
  var allNames: [String] {
    names.filter { !$0.name.contains("[") }.flatMap { [$0.name] + $0.aliases } + definitionNames
  }

  private var definitionNames: [String] { definitions.keys.sorted() }
}
