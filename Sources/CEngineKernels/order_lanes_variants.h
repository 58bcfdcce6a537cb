// The same functions for different instructions; order_lanes.c chooses.
#ifndef ORDER_LANES_VARIANTS_H
#define ORDER_LANES_VARIANTS_H

#include "order_lanes.h"

void order_lanes_run_portable(struct order_run *, struct lanes_bars);
void order_lanes_run_avx2(struct order_run *, struct lanes_bars);
void order_ask_portable(struct order_run *, uint32_t, ptrdiff_t, double);
void order_ask_avx2(struct order_run *, uint32_t, ptrdiff_t, double);
void order_steps_run_portable(struct order_run *, struct order_steps);
void order_steps_run_avx2(struct order_run *, struct order_steps);

#endif
