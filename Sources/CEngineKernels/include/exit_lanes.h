// Positions of all equity that a stop, a target or a signal ends, four candidates at a time.
#ifndef EXIT_LANES_H
#define EXIT_LANES_H

#include "compounding.h"

// How one trade ends at one level of a stop or target, or by its signal if that comes first.
typedef struct {
  // Which of several ends comes first: the smaller key.
  double key;
  // What a unit of cash at the entry becomes.
  double growth;
  // The lowest close held, for a unit of cash at the entry; infinite where none was held.
  double low;
  // What it ends with for a unit of the highest close held, at most 1.
  double from_high;
  // The lowest ratio of a later to an earlier close held.
  double ratio;
  // Sums of: return less a shift, its square, and the number of returns.
  double returns, squares, counted;
} exit_record;

// What only figures of closed trades need of the same end.
typedef struct {
  double shortfalls;
  // Closes held, for a unit of cash at the entry.
  double closes;
  // The bar of the exit, and its day less the entry's.
  double bar, days;
  // Gain and value traded, for a unit of cash at the entry. An open position has no gain.
  double gain, traded;
} exit_details;

// The same for four levels side by side.
typedef struct {
  double key[4], growth[4], low[4], from_high[4], ratio[4], returns[4], squares[4], counted[4];
} exit_record_lanes;
typedef struct {
  double shortfalls[4], closes[4], bar[4], days[4], gain[4], traded[4];
} exit_details_lanes;

// Books `count` trades for four candidates. One side of protection has the same level for all,
// the other a level for each; of both, the end with the smaller key counts.
//
// `entry_bars` and the details are read only where trades are counted, and may be null otherwise.
// `accounts` are four, opened as compounding_book wants them. Their `trade_count` is `count` less
// one where the last key is `open_key` or more; `open_units` is left to the caller.
void exit_lanes_book(
    int64_t count, const exit_record *common, const exit_record_lanes *lanes,
    const exit_details *common_details, const exit_details_lanes *lane_details,
    const double *entry_bars, double open_key, int64_t bar_count, bool counts_trades,
    compounding_account *accounts);

#endif
