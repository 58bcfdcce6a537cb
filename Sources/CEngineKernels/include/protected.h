// Positions of all equity that may end on any bar and at any price, booked without looking at the
// bars between.
#ifndef PROTECTED_H
#define PROTECTED_H

#include "compounding.h"

// The bars of a window, as trades that end at prices of their own need them.
typedef struct {
  const trade_side *entries;
  // Sums through each bar, as in `trade_side`, four a bar.
  const double *sums;
  // The table of closes that `trade_bars` has.
  const double *ranges;
  const double *closes, *inverse_closes, *days;
  int64_t bar_count;
  double commission;
  // What returns are counted from, and what they fall short of.
  double shift, risk_free;
} protected_bars;

// A position from one bar to another, sold at a price; open at the window's end where `exit` is the
// number of bars.
typedef struct {
  int32_t entry, exit;
  double price;
} protected_trade;

// Books `count` trades in the order of time. One may begin at the close of the bar on which the one
// before it ended, or end on the bar of its entry.
//
// `account` is all zeros, but for its cash.
void protected_book(
    const protected_bars *bars, const protected_trade *trades, int64_t count,
    compounding_account *account);

#endif
