#include "exit_lanes_variants.h"

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define EXIT_LANES exit_lanes_avx2
#include "exit_lanes_body.h"
#pragma clang attribute pop

#else

void exit_lanes_avx2(
    int64_t count, const exit_record *common, const exit_record_lanes *lanes,
    const exit_details *common_details, const exit_details_lanes *lane_details,
    const double *entry_bars, double open_key, int64_t bar_count, bool counts_trades,
    compounding_account *accounts) {
  exit_lanes_portable(
      count, common, lanes, common_details, lane_details, entry_bars, open_key, bar_count,
      counts_trades, accounts);
}

#endif
