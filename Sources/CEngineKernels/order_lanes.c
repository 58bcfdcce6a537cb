#include "order_lanes.h"

#include "cpu_features.h"
#include "order_lanes_variants.h"

void order_lanes_run(struct lanes lanes, struct lanes_bars bars, order_event event, void *context) {
  if (kernels_use_avx2())
    order_lanes_run_avx2(lanes, bars, event, context);
  else
    order_lanes_run_portable(lanes, bars, event, context);
}

void order_steps_run(
    const struct order_step *steps, ptrdiff_t count, double *registers, ptrdiff_t begin,
    ptrdiff_t end) {
  if (kernels_use_avx2())
    order_steps_run_avx2(steps, count, registers, begin, end);
  else
    order_steps_run_portable(steps, count, registers, begin, end);
}

struct order_fills order_fill(
    double *registers, struct lanes lanes, uint32_t mask, double price, bool has_lots) {
  return kernels_use_avx2() ? order_fill_avx2(registers, lanes, mask, price, has_lots)
                            : order_fill_portable(registers, lanes, mask, price, has_lots);
}

void order_set_bands(const double *registers, struct lanes lanes, int32_t stretch, uint32_t mask) {
  if (kernels_use_avx2())
    order_set_bands_avx2(registers, lanes, stretch, mask);
  else
    order_set_bands_portable(registers, lanes, stretch, mask);
}

uint32_t order_holding(const double *registers, int32_t place, uint32_t mask, bool is_answer) {
  return kernels_use_avx2() ? order_holding_avx2(registers, place, mask, is_answer)
                            : order_holding_portable(registers, place, mask, is_answer);
}

uint32_t order_take(double *registers, int32_t place, uint32_t mask) {
  const double *values = registers + (ptrdiff_t)place * ORDER_LANES;
  double *wanted = registers + (ptrdiff_t)ORDER_WANTED * ORDER_LANES;
  uint32_t taken = order_holding(registers, place, mask, false);
  for (ptrdiff_t lane = 0; lane < ORDER_LANES; lane++)
    if (taken >> lane & 1) wanted[lane] = values[lane];
  return taken;
}
