#include "lanes_variants.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#include "lanes_vectors.h"

INLINED unsigned lanes_mask(mask4 mask) { return (unsigned)_mm256_movemask_pd((__m256d)mask); }
// Keeps a mask as wide as the numbers it is for; left to itself the compiler packs it and unpacks it.
INLINED mask4 lanes_wide(mask4 mask) {
  __asm__("" : "+x"(mask));
  return mask;
}

INLINED real4 lanes_larger(real4 a, real4 b) { return _mm256_max_pd(a, b); }
INLINED real4 lanes_smaller(real4 a, real4 b) { return _mm256_min_pd(a, b); }

#define LANES_RUN lanes_run_avx2
#include "lanes_body.h"

#pragma clang attribute pop

#else

void lanes_run_avx2(struct lanes lanes, struct lanes_bars bars, lanes_exact exact, void *context) {
  lanes_run_portable(lanes, bars, exact, context);
}

#endif
