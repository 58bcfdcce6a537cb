#include "protected.h"

#include "cpu_features.h"
#include "protected_variants.h"

void protected_book(
    const protected_bars *bars, const protected_trade *trades, int64_t count,
    compounding_account *account) {
  (kernels_use_avx2() ? protected_avx2 : protected_portable)(bars, trades, count, account);
}
