// The account of positions of all equity, entered and left in turn, booked without looking at the
// bars between.
#ifndef COMPOUNDING_H
#define COMPOUNDING_H

#include <stdbool.h>
#include <stdint.h>

// What an entry or an exit on one bar contributes to a trade; a trade is the sum of its two sides.
typedef struct {
  // Sums of: return less a shift, its square, its squared shortfall, and the close. An entry has
  // its own bar's less those up to it, an exit its own bar's and those up to the bar before.
  double sums[4];
  // Entry: one over the cost of a unit, price, one over the price, day.
  // Exit: proceeds of a unit, price, nothing, day.
  double terms[4];
} trade_side;

// The bars of a window, as trades need them.
typedef struct {
  const trade_side *entries;
  // One more than there are bars: the last stands for a position that is still open.
  const trade_side *exits;
  // A disjoint sparse table of `bar_count` entries a level: lowest close, lowest ratio of a later
  // to an earlier close, one over the highest close, nothing.
  const double *ranges;
  int64_t bar_count;
  double commission;
} trade_bars;

// Starts at zeros, but for cash, and level and lowest_level that are 1.
typedef struct {
  // Sums over the closes at which units were held and the bars of exits.
  double sums[4];
  // Equity summed over the closes at which none were; before the first trade and between trades
  // only where trades are counted.
  double flat_sum;
  double cash;
  // Equity as a share of its peak, and the lowest share there was. Infinite: no close yet.
  double level, lowest_level;
  int64_t held_closes, next_flat_bar, trade_count;
  // Bars with a return that was summed: all others have none.
  int64_t counted_returns;
  // Units of the position still open.
  double open_units;
  // Figures of closed trades, counted only when wanted.
  int64_t win_count;
  double returns, days, profits, losses, notional;
} compounding_account;

// Books `count` decisions, entries and exits in turn. A decision's fill is on bar
// `decisions[i] - offset` of the window; an odd count leaves a position open at its end.
void compounding_book(
    const trade_bars *bars, const uint32_t *decisions, int64_t count, int64_t offset,
    bool counts_trades, compounding_account *account);

#endif
