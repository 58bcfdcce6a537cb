#include "order_lanes.h"

#include "cpu_features.h"
#include "order_lanes_variants.h"

void order_lanes_run(struct order_run *run, struct lanes_bars bars) {
  kernels_use_avx2() ? order_lanes_run_avx2(run, bars) : order_lanes_run_portable(run, bars);
}

void order_ask(struct order_run *run, uint32_t mask, ptrdiff_t bar, double close) {
  kernels_use_avx2() ? order_ask_avx2(run, mask, bar, close)
                     : order_ask_portable(run, mask, bar, close);
}

void order_steps_run(struct order_run *run, struct order_steps steps) {
  kernels_use_avx2() ? order_steps_run_avx2(run, steps) : order_steps_run_portable(run, steps);
}
