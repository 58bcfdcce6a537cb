// The same function for different instructions; protected.c chooses.
#ifndef PROTECTED_VARIANTS_H
#define PROTECTED_VARIANTS_H

#include "protected.h"

void protected_portable(
    const protected_bars *, const protected_trade *, int64_t, compounding_account *);
void protected_avx2(
    const protected_bars *, const protected_trade *, int64_t, compounding_account *);

#endif
