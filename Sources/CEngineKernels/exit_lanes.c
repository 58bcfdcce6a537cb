#include "exit_lanes.h"

#include "cpu_features.h"
#include "exit_lanes_variants.h"

void exit_lanes_book(
    int64_t count, const exit_record *common, const exit_record_lanes *lanes,
    const exit_details *common_details, const exit_details_lanes *lane_details,
    const double *entry_bars, double open_key, int64_t bar_count, bool counts_trades,
    compounding_account *accounts) {
  (kernels_use_avx2() ? exit_lanes_avx2 : exit_lanes_portable)(
      count, common, lanes, common_details, lane_details, entry_bars, open_key, bar_count,
      counts_trades, accounts);
}
