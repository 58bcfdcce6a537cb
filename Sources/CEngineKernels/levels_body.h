// The body of column_levels, compiled once for each set of instructions.
//
// Before it is included, LEVELS names the function.

void LEVELS(
    const double *values, const double *bases, const double *scales, int64_t count,
    int16_t *levels, int16_t *lowest, int16_t *highest) {
  for (int64_t row = 0; row < count; row++) {
    double level = (values[row] - bases[row]) * scales[row];
    // Undefined values fail both comparisons and come out lowest.
    level = level > 0 ? level : 0;
    level = level < 65534 ? level : 65534;
    levels[row] = (int16_t)((int32_t)level - 32767);
  }
  int64_t filled = (count + 63) & ~63ll;
  for (int64_t row = count; row < filled; row++) levels[row] = -32767;
  for (int64_t block = 0; block < filled / 64; block++) {
    const int16_t *rows = levels + block * 64;
    int16_t low = rows[block > 0 ? -1 : 0], high = low;
    for (int row = 0; row < 64; row++) {
      low = rows[row] < low ? rows[row] : low;
      high = rows[row] > high ? rows[row] : high;
    }
    lowest[block] = low;
    highest[block] = high;
  }
}
