#include "crossings_variants.h"

typedef struct {
  uint64_t above, ties;
} words_of_64;

// One bit for each of 64 bytes that are 0 or 1.
static inline uint64_t gathered(const uint8_t *bytes) {
  uint64_t bits = 0;
  for (int group = 0; group < 8; group++) {
    uint64_t eight = 0;
    for (int byte = 0; byte < 8; byte++) eight |= (uint64_t)bytes[group * 8 + byte] << (byte * 8);
    bits |= (eight * 0x0102040810204080ull >> 56) << (group * 8);
  }
  return bits;
}

static inline words_of_64 compare_64(const int16_t *left, const int16_t *right) {
  uint8_t above[64], equal[64];
  for (int row = 0; row < 64; row++) {
    above[row] = left[row] > right[row];
    equal[row] = left[row] == right[row];
  }
  return (words_of_64){gathered(above), gathered(equal)};
}

static inline uint32_t open_blocks(
    const ordered_column *left, const ordered_column *right, int64_t group) {
  uint32_t open = 0;
  for (int block = 0; block < 16; block++) {
    bool is_above = left->lowest[group + block] > right->highest[group + block];
    bool is_below = left->highest[group + block] < right->lowest[group + block];
    open |= (uint32_t)!(is_above || is_below) << block;
  }
  return open;
}

#define CROSSINGS crossings_portable
#include "crossings_body.h"

#define LEVELS column_levels_portable
#include "levels_body.h"
