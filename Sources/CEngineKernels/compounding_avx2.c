#include "compounding_variants.h"

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2,lzcnt"))), apply_to = function)
#define BOOK book_avx2
#include "compounding_body.h"
#pragma clang attribute pop

#else

void book_avx2(
    const trade_bars *bars, const uint32_t *decisions, int64_t count, int64_t offset,
    bool counts_trades, compounding_account *account) {
  book_portable(bars, decisions, count, offset, counts_trades, account);
}

#endif
