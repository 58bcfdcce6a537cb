#include "lanes_variants.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

#include "lanes_vectors.h"

INLINED unsigned lanes_mask(mask4 mask) {
  return (unsigned)((mask[0] & 1) | (mask[1] & 2) | (mask[2] & 4) | (mask[3] & 8));
}

INLINED mask4 lanes_wide(mask4 mask) { return mask; }

// As the processor's own: the second where either is undefined.
INLINED real4 lanes_larger(real4 a, real4 b) { return lanes_choose(a > b, a, b); }
INLINED real4 lanes_smaller(real4 a, real4 b) { return lanes_choose(a < b, a, b); }

#define LANES_RUN lanes_run_portable
#include "lanes_body.h"

void lanes_set_bands(struct lanes lanes, ptrdiff_t vector, unsigned mask) {
  real4 *account = (real4 *)lanes.accounts + vector * LANES_ACCOUNT_FIELDS;
  real4 *order = (real4 *)lanes.orders + vector * LANES_ORDER_FIELDS;
  mask4 bits = {1, 2, 4, 8};
  set_band(account, order, (bits & (int64_t)mask) != 0, lanes.is_limited);
}
