// Where one column of numbers gets above another, 64 rows at a time.
#ifndef CROSSINGS_H
#define CROSSINGS_H

#include <stdbool.h>
#include <stdint.h>

// A column in two forms: as it is, and as whole numbers of 16 bits.
//
// The small form is monotone in every row: whatever two columns it was made of, where the small
// numbers differ they are in the order of the values. Only where they are equal the values decide.
typedef struct {
  const double *values;
  // As many rows as `values`, filled up to a multiple of 64.
  const int16_t *levels;
  // For each 64 rows, the lowest and the highest level of them and of the row before.
  const int16_t *lowest;
  const int16_t *highest;
} ordered_column;

// Makes the small form: level = (value - base) * scale, held within 16 bits, and its extremes.
//
// All columns that are compared need the same `bases` and `scales`, which are finite, one a row.
// `levels` has room for `count` rounded up to 64, `lowest` and `highest` for a number each 64.
void column_levels(
    const double *values, const double *bases, const double *scales, int64_t count,
    int16_t *levels, int16_t *lowest, int16_t *highest);

// What a row on which both are equal counts as.
typedef enum {
  // Nothing: the search is given up, because one bit a row does not tell how they lie.
  TIES_UNKNOWN,
  // Not above.
  TIES_BELOW,
  // What the row before counts as; not above on the first row. Given up where left has been above
  // since the first row, because then it matters that it was not.
  TIES_KEEP,
} tie_rule;

// The rows in (first, end) on which `left` is above `right` but was not the row before, or the
// other way round, in ascending order.
//
// Values are defined in [first, end). `above_at_first` is whether left is above right on `first`.
// `rows` has room for two more than the rows there are.
//
// Returns how many rows, or -1 when given up because of rows on which both are equal.
int64_t column_crossings(
    const ordered_column *left, const ordered_column *right, int64_t first, int64_t end,
    tie_rule ties, uint32_t *rows, bool *above_at_first);

#endif
