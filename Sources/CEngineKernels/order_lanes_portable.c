#include "order_lanes_variants.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

#include "lanes_vectors.h"

INLINED unsigned lanes_mask(mask4 mask) {
  return (unsigned)((mask[0] & 1) | (mask[1] & 2) | (mask[2] & 4) | (mask[3] & 8));
}

INLINED mask4 lanes_wide(mask4 mask) { return mask; }
INLINED mask4 lanes_unordered(real4 a, real4 b) { return (a != a) | (b != b); }

// As the processor's own: the second where either is undefined.
INLINED real4 lanes_larger(real4 a, real4 b) { return lanes_choose(a > b, a, b); }
INLINED real4 lanes_smaller(real4 a, real4 b) { return lanes_choose(a < b, a, b); }
INLINED real4 lanes_floor(real4 a) {
  return (real4){floor(a[0]), floor(a[1]), floor(a[2]), floor(a[3])};
}

#define ORDER_RUN order_lanes_run_portable
#define ORDER_ASK order_ask_portable
#define ORDER_STEPS order_steps_run_portable
#include "order_lanes_body.h"
