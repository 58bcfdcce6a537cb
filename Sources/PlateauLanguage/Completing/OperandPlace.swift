/// What an operand is a part of.
public enum OperandPlace: Hashable, Sendable {
  /// An argument of a function's call, counted from 0.
  case argument(Int, of: String)
  /// The number of bars of a look back.
  case lookBack
}
