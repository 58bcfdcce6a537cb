import PlateauEngine
import Testing

@Suite struct ExecutionSettingTests {
  @Test func `every setting can be read and set by its name`() {
    for setting in ExecutionSetting.all {
      var settings = ExecutionSettings()
      let value = setting.labels.isEmpty ? 0.25 : Double(setting.labels.count - 1)
      let isKnown = settings.set(setting.name, to: value)
      #expect(isKnown, "\(setting.name)")
      #expect(settings[setting.name] == value, "\(setting.name)")
    }
  }

  @Test func `defaults are those of the contract`() {
    let defaults = Dictionary(
      uniqueKeysWithValues: ExecutionSetting.all.map { ($0.name, $0.defaultValue) })
    #expect(defaults["cash"] == 100_000)
    for name in ["commission", "commission_fixed", "slippage", "borrow_rate", "lot", "risk_free"] {
      #expect(defaults[name] == 0, "\(name)")
    }
    for name in ["stop", "target", "trail", "max_position_value", "periods_per_year"] {
      #expect(defaults[name]?.isNaN == true, "\(name)")
      #expect(ExecutionSetting.named(name)?.allowsNone == true, "\(name)")
    }
    let settings = ExecutionSettings()
    #expect(settings.fill == .nextOpen)
    #expect(settings.protective == .intrabar)
    #expect(settings.stopBasis == .fill)
    #expect(settings.sizingMode == .allIn)
    #expect(settings.direction == .both)
    #expect(settings.start == .own)
  }

  @Test func `words that do not exist and names that are no setting are refused`() {
    var settings = ExecutionSettings()
    let accepted = [
      settings.set("fill", to: 2), settings.set("fill", to: 0.5), settings.set("fees", to: 1),
    ]
    #expect(accepted == [false, false, false])
    #expect(settings["fees"].isNaN)
    #expect(settings.fill == .nextOpen)
  }

  @Test func `values that make no sense are not accepted`() throws {
    let commission = try #require(ExecutionSetting.named("commission"))
    #expect(commission.accepts(0.001))
    #expect(!commission.accepts(-0.001))
    #expect(!commission.accepts(1.5))
    #expect(!commission.accepts(.nan))
    #expect(try #require(ExecutionSetting.named("stop")).accepts(.nan))
    #expect(try !#require(ExecutionSetting.named("cash")).accepts(0))
    #expect(try !#require(ExecutionSetting.named("fill")).accepts(0.5))
  }
}
