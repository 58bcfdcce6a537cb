/// The version that `--version` prints and every record carries.
public enum PlateauVersion {
  /// The version of this build.
  public static let current = "0.1.0"
}
