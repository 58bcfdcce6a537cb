#include "compounding.h"

#include "compounding_variants.h"
#include "cpu_features.h"

void compounding_book(
    const trade_bars *bars, const uint32_t *decisions, int64_t count, int64_t offset,
    bool counts_trades, compounding_account *account) {
  (kernels_use_avx2() ? book_avx2 : book_portable)(
      bars, decisions, count, offset, counts_trades, account);
}
