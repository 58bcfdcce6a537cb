// The same functions for different instructions; lanes.c chooses.
#ifndef LANES_VARIANTS_H
#define LANES_VARIANTS_H

#include "lanes.h"

void lanes_run_portable(struct lanes, struct lanes_bars, lanes_exact, void *);
void lanes_run_avx2(struct lanes, struct lanes_bars, lanes_exact, void *);

#endif
