// Runs many accounts that rebalance around an anchor price, four side by side in a vector.
//
// An account is a lane: cash, units and the price of its last fill. While the price stays inside
// the lane's band nothing can happen and its equity is cash + units * price. At a price outside
// the band the lane trades by the common form of the rule, computed for four lanes at once; where
// any comparison of that form is near a tie, or an unusual limit has a say, the lane is handed to
// the caller's exact rule instead. What a lane computes does not depend on its neighbours.
#ifndef LANES_H
#define LANES_H

#include <stdbool.h>
#include <stddef.h>

// Lanes of one vector.
#define LANES_WIDTH 4

// How far a comparison must be from a tie to be decided without the exact rule, relative to its
// terms. Rounding moves them a million times less.
#define LANES_CLEAR 1e-9

// What every bar needs: field f of lane i is at [(i / 4 * LANES_ACCOUNT_FIELDS + f) * 4 + i % 4].
enum lanes_account {
  LANES_CASH,
  LANES_UNITS,
  // The lane does nothing at prices above LANES_BAND_LOW and below LANES_BAND_HIGH.
  LANES_BAND_LOW,
  LANES_BAND_HIGH,
  // Equity at the last close, and its peak.
  LANES_LAST,
  LANES_PEAK,
  // Lowest equity as a share of the peak before it.
  LANES_LEVEL,
  LANES_RETURN_SUM,
  LANES_RETURN_SQUARES,
  // Sum of min(return - risk-free, 0)^2, and of equity; only with `is_full`.
  LANES_SHORTFALLS,
  LANES_EQUITY_SUM,
  LANES_RISK_FREE,
  LANES_ACCOUNT_FIELDS
};

// What a trade needs, in the same order with LANES_ORDER_FIELDS.
enum lanes_order {
  LANES_ANCHOR,
  // Value of everything traded, and the number of fills.
  LANES_TRADED,
  LANES_FILLS,

  // A trigger is clear at anchor * CLEAR_RISE or more and at anchor * CLEAR_FALL or less.
  LANES_CLEAR_RISE,
  LANES_CLEAR_FALL,
  // Both are read only where `is_limited`; elsewhere a close is clear that leaves the band by `margin`.
  // Nothing triggers between anchor * IDLE_FALL and anchor * IDLE_RISE.
  LANES_IDLE_RISE,
  LANES_IDLE_FALL,
  // A trigger wants to trade (anchor / price - 1) * ratio of the value.
  LANES_RATIO,
  // A trigger that wants more than this share of the value is for the exact rule; below zero, all.
  LANES_MOST_SHARE,
  // The largest triggered trade as a share of the value.
  LANES_LARGEST,
  LANES_LOWEST_WEIGHT,
  LANES_HIGHEST_WEIGHT,
  // 1 / (1 - weight) of both, moved apart from the bound by a margin.
  LANES_LOWEST_SCALE,
  LANES_HIGHEST_SCALE,
  // Commission that is taken off the value before weights are compared.
  LANES_WEIGHT_COMMISSION,
  LANES_COMMISSION,
  // Triggered trades of smaller value are held.
  LANES_SMALLEST,
  // Triggered trades of no more than this share of the value are for the exact rule; it is at
  // least what commission can move a weight by.
  LANES_SMALLEST_SHARE,
  // Trades back to a bound of smaller value are held; infinite where the rule makes none.
  LANES_SMALLEST_DRIFT,
  // Trades back to a bound of fewer units are for the exact rule.
  LANES_SMALLEST_DRIFT_UNITS,
  LANES_ORDER_FIELDS
};

// Lanes in vectors of four; both arrays are aligned to 32 bytes.
struct lanes {
  double *accounts;
  double *orders;
  ptrdiff_t vectors;
  // Whether trades may be limited by LANES_LARGEST, weighed after commission or made without a
  // trigger; where not, the fields for that are not read.
  bool is_limited;
};

// Bars that lanes run over.
struct lanes_bars {
  // Closes, and one over each.
  const double *close;
  const double *reciprocal;
  // The first bar to run and the bar to stop before.
  ptrdiff_t begin, end;
  // How far beyond a band a close must be to be clear, as a fraction of it.
  double margin;
  // Whether shortfalls and the sum of equity are gathered.
  bool is_full;
};

// Runs the masked lanes of a vector by the exact rule at a bar: it updates cash, units, band,
// anchor, traded value and fills.
typedef void (*lanes_exact)(void *context, ptrdiff_t vector, unsigned mask, ptrdiff_t bar);

// Runs lanes over bars. All fields are set before; accounts go on from where they stand.
void lanes_run(struct lanes lanes, struct lanes_bars bars, lanes_exact exact, void *context);

// Sets the bands of the masked lanes of a vector from their anchors, cash and units.
void lanes_set_bands(struct lanes lanes, ptrdiff_t vector, unsigned mask);

#endif
