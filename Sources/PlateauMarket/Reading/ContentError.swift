/// A problem in the text of a file whose path the thrower does not know.
struct ContentError: Error {
  let problem: ContentProblem
  let line: Int?

  init(_ problem: ContentProblem, line: Int? = nil) {
    self.problem = problem
    self.line = line
  }
}
