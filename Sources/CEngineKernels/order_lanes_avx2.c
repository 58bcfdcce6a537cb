#include "order_lanes_variants.h"

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
INLINED mask4 lanes_unordered(real4 a, real4 b) {
  return (mask4)_mm256_cmp_pd(a, b, _CMP_UNORD_Q);
}
INLINED real4 lanes_larger(real4 a, real4 b) { return _mm256_max_pd(a, b); }
INLINED real4 lanes_smaller(real4 a, real4 b) { return _mm256_min_pd(a, b); }
INLINED real4 lanes_floor(real4 a) { return _mm256_floor_pd(a); }

#define ORDER_RUN order_lanes_run_avx2
#define ORDER_ASK order_ask_avx2
#define ORDER_STEPS order_steps_run_avx2
#include "order_lanes_body.h"

#pragma clang attribute pop

#else

void order_lanes_run_avx2(struct order_run *run, struct lanes_bars bars) {
  order_lanes_run_portable(run, bars);
}

void order_ask_avx2(struct order_run *run, uint32_t mask, ptrdiff_t bar, double close) {
  order_ask_portable(run, mask, bar, close);
}

void order_steps_run_avx2(struct order_run *run, struct order_steps steps) {
  order_steps_run_portable(run, steps);
}

#endif
