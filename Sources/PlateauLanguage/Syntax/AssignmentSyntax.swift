/// `NAME=VALUE` as it was typed.
public struct AssignmentSyntax: Hashable, Sendable {
  /// The name before the sign.
  public let name: String
  /// The bytes of the name.
  public let nameRange: Range<Int>
  /// The value as a raw word or as the text of a string: the `Adj.Close` of `close=Adj.Close`.
  public let word: String
  /// The bytes of the value.
  public let valueRange: Range<Int>
  /// The value read as one item of VALUES, or what is wrong with it as such.
  let item: Result<ValuesSyntax, Diagnostic>

  /// The bytes of the whole.
  public var range: Range<Int> { nameRange.lowerBound..<valueRange.upperBound }

  /// The value as VALUES, for names that take a number or one of a few words.
  ///
  /// - Throws: What is wrong with the value when it is read so.
  public func values() throws(Diagnostic) -> ValuesSyntax { try item.get() }
}
