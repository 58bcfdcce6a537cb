import Testing
import PlateauColumns

@Suite struct NearestNameTests {
  @Test func `a swap of neighbours is one slip`() {
    #expect(nearestNames(to: "fsat", among: ["slow", "fast", "last"]) == ["fast"])
  }

  @Test func `the beginning of a long name finds it`() {
    #expect(nearestNames(to: "draw", among: ["max_drawdown", "drawdown"]) == ["drawdown"])
  }

  @Test func `names that are equally near are all named, three at most`() {
    #expect(nearestNames(to: "ra", among: ["rd", "rc", "rb", "re"]) == ["rb", "rc", "rd"])
  }

  @Test func `nothing is named when everything is far`() {
    #expect(nearestNames(to: "xyzzy", among: ["sharpe", "sortino"]).isEmpty)
    #expect(nearestNames(to: "", among: ["a"]).isEmpty)
  }

  @Test func `case does not count`() {
    #expect(nearestNames(to: "SHARP", among: ["sharpe"]) == ["sharpe"])
  }
}
