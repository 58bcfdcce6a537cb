#include "crossings_variants.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))), apply_to = function)

typedef struct {
  uint64_t above, ties;
} words_of_64;

// One bit for each of 32 words of 16 bits: whether it is negative.
static inline uint32_t gathered(__m256i low, __m256i high) {
  __m256i bytes = _mm256_permute4x64_epi64(_mm256_packs_epi16(low, high), 0xD8);
  return (uint32_t)_mm256_movemask_epi8(bytes);
}

static inline words_of_64 compare_64(const int16_t *left, const int16_t *right) {
  // Right less left, held within 16 bits, is negative where left is above and zero where equal.
  __m256i less[4];
  for (int part = 0; part < 4; part++) {
    __m256i a = _mm256_loadu_si256((const __m256i *)(left + part * 16));
    __m256i b = _mm256_loadu_si256((const __m256i *)(right + part * 16));
    less[part] = _mm256_subs_epi16(b, a);
  }
  words_of_64 words = {gathered(less[0], less[1]) | (uint64_t)gathered(less[2], less[3]) << 32, 0};
  __m256i zero = _mm256_setzero_si256();
  __m256i smallest = _mm256_min_epu16(
      _mm256_min_epu16(less[0], less[1]), _mm256_min_epu16(less[2], less[3]));
  if (__builtin_expect(_mm256_movemask_epi8(_mm256_cmpeq_epi16(smallest, zero)) != 0, 0)) {
    __m256i equal[4];
    for (int part = 0; part < 4; part++) equal[part] = _mm256_cmpeq_epi16(less[part], zero);
    words.ties = gathered(equal[0], equal[1]) | (uint64_t)gathered(equal[2], equal[3]) << 32;
  }
  return words;
}

static inline uint32_t open_blocks(
    const ordered_column *left, const ordered_column *right, int64_t group) {
  __m256i left_low = _mm256_loadu_si256((const __m256i *)(left->lowest + group));
  __m256i left_high = _mm256_loadu_si256((const __m256i *)(left->highest + group));
  __m256i right_low = _mm256_loadu_si256((const __m256i *)(right->lowest + group));
  __m256i right_high = _mm256_loadu_si256((const __m256i *)(right->highest + group));
  __m256i apart = _mm256_or_si256(
      _mm256_cmpgt_epi16(left_low, right_high), _mm256_cmpgt_epi16(right_low, left_high));
  return ~gathered(apart, apart) & 0xFFFF;
}

#define CROSSINGS crossings_avx2
#include "crossings_body.h"

#define LEVELS column_levels_avx2
#include "levels_body.h"

#pragma clang attribute pop

#else

int64_t crossings_avx2(
    const ordered_column *left, const ordered_column *right, int64_t first, int64_t end,
    tie_rule ties, uint32_t *rows, bool *above_at_first) {
  return crossings_portable(left, right, first, end, ties, rows, above_at_first);
}

void column_levels_avx2(
    const double *values, const double *bases, const double *scales, int64_t count,
    int16_t *levels, int16_t *lowest, int16_t *highest) {
  column_levels_portable(values, bases, scales, count, levels, lowest, highest);
}

#endif
