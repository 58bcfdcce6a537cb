// The same function for different instructions; exit_lanes.c chooses.
#ifndef EXIT_LANES_VARIANTS_H
#define EXIT_LANES_VARIANTS_H

#include "exit_lanes.h"

void exit_lanes_portable(
    int64_t, const exit_record *, const exit_record_lanes *, const exit_details *,
    const exit_details_lanes *, const double *, double, int64_t, bool, compounding_account *);
void exit_lanes_avx2(
    int64_t, const exit_record *, const exit_record_lanes *, const exit_details *,
    const exit_details_lanes *, const double *, double, int64_t, bool, compounding_account *);

#endif
