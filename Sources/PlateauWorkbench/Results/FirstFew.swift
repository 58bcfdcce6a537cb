/// The few first elements of many in some order, found without sorting the others.
struct FirstFew<Element> {
  private let most: Int
  private let comesBefore: (Element, Element) -> Bool
  /// The first elements so far, in order.
  private(set) var elements: [Element] = []

  /// Begins with none.
  ///
  /// - Parameters:
  ///   - most: How many are kept, at least 1.
  ///   - comesBefore: The order.
  init(_ most: Int, by comesBefore: @escaping (Element, Element) -> Bool) {
    self.most = most
    self.comesBefore = comesBefore
  }

  /// Keeps an element if it is among the first so far.
  ///
  /// - Complexity: O(`most`) at worst, O(1) for one that comes late.
  mutating func offer(_ element: Element) {
    if elements.count == most {
      guard let last = elements.last, comesBefore(element, last) else { return }
      elements.removeLast()
    }
    let place = elements.firstIndex { comesBefore(element, $0) } ?? elements.count
    elements.insert(element, at: place)
  }
}
