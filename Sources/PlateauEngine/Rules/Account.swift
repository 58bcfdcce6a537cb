/// Cash and units, and what trading them has cost.
struct Account {
  /// Cash; below zero while units are bought on credit.
  private(set) var cash: Double
  /// Signed units held.
  private(set) var units = 0.0
  /// All commission paid.
  private(set) var fees = 0.0
  /// Value of everything bought and sold.
  private(set) var tradedNotional = 0.0

  /// Creates an account that holds cash only.
  init(cash: Double) {
    self.cash = cash
  }

  /// What the account is worth at a price.
  func equity(at price: Double) -> Double { cash + units * price }

  /// Buys units, or sells them where negative, and pays a fee.
  mutating func trade(_ signedUnits: Double, at price: Double, fee: Double) {
    cash -= signedUnits * price + fee
    units += signedUnits
    fees += fee
    tradedNotional += abs(signedUnits) * price
  }

  /// Pays a cost that is not commission.
  mutating func pay(_ amount: Double) { cash -= amount }
}
