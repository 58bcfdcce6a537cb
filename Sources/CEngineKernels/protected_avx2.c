#include "protected_variants.h"

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define PROTECTED protected_avx2
#include "protected_body.h"
#pragma clang attribute pop

#else

void protected_avx2(
    const protected_bars *bars, const protected_trade *trades, int64_t count,
    compounding_account *account) {
  protected_portable(bars, trades, count, account);
}

#endif
