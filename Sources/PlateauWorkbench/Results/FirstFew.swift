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

  /// Finds the first elements of a sequence.
  ///
  /// - Complexity: O(elements · `most`) at worst, O(elements) for the usual few that come late.
  init(
    _ most: Int, of sequence: some Sequence<Element>,
    by comesBefore: @escaping (Element, Element) -> Bool
  ) {
    self.init(most, by: comesBefore)
    for element in sequence { offer(element) }
  }

  /// Keeps an element if it is among the first so far.
  mutating func offer(_ element: Element) {
    if elements.count == most {
      guard let last = elements.last, comesBefore(element, last) else { return }
      elements.removeLast()
    }
    let place = elements.firstIndex { comesBefore(element, $0) } ?? elements.count
    elements.insert(element, at: place)
  }
}
