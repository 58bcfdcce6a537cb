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
#define ORDER_STEPS order_steps_run_avx2
#define ORDER_FILL order_fill_avx2
#define ORDER_SET_BANDS order_set_bands_avx2
#define ORDER_HOLDING order_holding_avx2
#include "order_lanes_body.h"

#pragma clang attribute pop

#else

void order_lanes_run_avx2(
    struct lanes lanes, struct lanes_bars bars, order_event event, void *context) {
  order_lanes_run_portable(lanes, bars, event, context);
}

void order_steps_run_avx2(
    const struct order_step *steps, ptrdiff_t count, double *registers, ptrdiff_t begin,
    ptrdiff_t end) {
  order_steps_run_portable(steps, count, registers, begin, end);
}

uint32_t order_holding_avx2(
    const double *registers, int32_t place, uint32_t mask, bool is_answer) {
  return order_holding_portable(registers, place, mask, is_answer);
}

void order_set_bands_avx2(
    const double *registers, struct lanes lanes, int32_t stretch, uint32_t mask) {
  order_set_bands_portable(registers, lanes, stretch, mask);
}

struct order_fills order_fill_avx2(
    double *registers, struct lanes lanes, uint32_t mask, double price, bool has_lots) {
  return order_fill_portable(registers, lanes, mask, price, has_lots);
}

#endif
