#include "crossings.h"

#include "cpu_features.h"
#include "crossings_variants.h"

void column_levels(
    const double *values, const double *bases, const double *scales, int64_t count,
    int16_t *levels, int16_t *lowest, int16_t *highest) {
  if (kernels_use_avx2())
    column_levels_avx2(values, bases, scales, count, levels, lowest, highest);
  else
    column_levels_portable(values, bases, scales, count, levels, lowest, highest);
}

int64_t column_crossings(
    const ordered_column *left, const ordered_column *right, int64_t first, int64_t end,
    tie_rule ties, uint32_t *rows, bool *above_at_first) {
  return (kernels_use_avx2() ? crossings_avx2 : crossings_portable)(
      left, right, first, end, ties, rows, above_at_first);
}
