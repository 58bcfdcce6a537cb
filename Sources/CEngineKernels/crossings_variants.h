// The same functions for different instructions; crossings.c chooses.
#ifndef CROSSINGS_VARIANTS_H
#define CROSSINGS_VARIANTS_H

#include "crossings.h"

int64_t crossings_portable(
    const ordered_column *, const ordered_column *, int64_t, int64_t, tie_rule, uint32_t *, bool *);
int64_t crossings_avx2(
    const ordered_column *, const ordered_column *, int64_t, int64_t, tie_rule, uint32_t *, bool *);
void column_levels_portable(
    const double *, const double *, const double *, int64_t, int16_t *, int16_t *, int16_t *);
void column_levels_avx2(
    const double *, const double *, const double *, int64_t, int16_t *, int16_t *, int16_t *);

#endif
