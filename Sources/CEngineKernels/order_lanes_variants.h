// The same functions for different instructions; order_lanes.c chooses.
#ifndef ORDER_LANES_VARIANTS_H
#define ORDER_LANES_VARIANTS_H

#include "order_lanes.h"

void order_lanes_run_portable(struct lanes, struct lanes_bars, order_event, void *);
void order_lanes_run_avx2(struct lanes, struct lanes_bars, order_event, void *);
void order_steps_run_portable(const struct order_step *, ptrdiff_t, double *, ptrdiff_t, ptrdiff_t);
void order_steps_run_avx2(const struct order_step *, ptrdiff_t, double *, ptrdiff_t, ptrdiff_t);
struct order_fills order_fill_portable(double *, struct lanes, uint32_t, double, bool);
struct order_fills order_fill_avx2(double *, struct lanes, uint32_t, double, bool);
void order_set_bands_portable(const double *, struct lanes, int32_t, uint32_t);
void order_set_bands_avx2(const double *, struct lanes, int32_t, uint32_t);
uint32_t order_holding_portable(const double *, int32_t, uint32_t, bool);
uint32_t order_holding_avx2(const double *, int32_t, uint32_t, bool);

#endif
