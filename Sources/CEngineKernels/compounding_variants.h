// The same function for different instructions; compounding.c chooses.
#ifndef COMPOUNDING_VARIANTS_H
#define COMPOUNDING_VARIANTS_H

#include "compounding.h"

void book_portable(
    const trade_bars *, const uint32_t *, int64_t, int64_t, bool, compounding_account *);
void book_avx2(const trade_bars *, const uint32_t *, int64_t, int64_t, bool, compounding_account *);

#endif
