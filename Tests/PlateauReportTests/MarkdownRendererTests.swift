import PlateauColumns
import PlateauReport
import Testing

@Suite struct MarkdownRendererTests {
  private func text(_ document: Document) -> String {
    OutputMode.markdown.renderer().render(document)
  }

  @Test func `a table has a rule that aligns its columns`() {
    #expect(
      text(SampleDocuments.table) == """
        **Best rows**

        | candidate | sharpe | drawdown % | status |
        | ---: | ---: | ---: | --- |
        | 12 | 1.500 | 12.34 | ok |
        | 7 | – | 5.00 | ok |
        | 104 | -0.026 | – | ruined |

        showing 3 of 19,701

        no trading costs set

        """)
  }

  @Test func `bars and line breaks do not break a row`() {
    #expect(text(SampleDocuments.awkward).contains("| two<br>lines | bar \\| back\\\\slash |\n"))
  }

  @Test func `a text is fenced, with a fence longer than its own backticks`() {
    #expect(text(Document([.verbatim("a\n```\nb")])) == "````\na\n```\nb\n````\n")
  }

  @Test func `fields are a table of names, values and notes`() {
    #expect(
      text(SampleDocuments.mixed).hasSuffix(
        """
        **Best**

        | name | value | note |
        | --- | --- | --- |
        | cash | 100,000 | opening |
        | drawdown | 12.34% |  |
        | start | 2020-01-31 |  |
        | ruined | no |  |
        | sortino | – |  |

        """))
  }
}
