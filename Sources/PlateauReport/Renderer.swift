/// Draws a document in one format.
///
/// The contract, held by the same tests for every renderer: an empty document draws as nothing;
/// anything else ends in a line break; equal documents draw as equal texts; undefined never
/// reads as a number, and no number reads as `nan`, `inf` or `-0`.
public protocol Renderer: Sendable {
  /// Draws a document as text in which every line, also the last, ends in a line feed.
  func render(_ document: Document) -> String
}
