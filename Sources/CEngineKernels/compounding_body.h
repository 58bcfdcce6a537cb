// The body of compounding_book, compiled once for each set of instructions; BOOK names it.
//
// Vectors of four are the compiler's own, so that both give the same bits.

#pragma STDC FP_CONTRACT OFF

typedef double four __attribute__((vector_size(32), aligned(8), may_alias));

#define FOUR(numbers) (*(const four *)(numbers))

static inline double lower(double a, double b) { return a < b ? a : b; }

static inline __attribute__((always_inline)) void book_all(
    const trade_bars *bars, const uint32_t *decisions, int64_t count, int64_t offset,
    bool counts_trades, compounding_account *account) {
  compounding_account now = *account;
  four sums = FOUR(now.sums);
  for (int64_t index = 0; index < count; index += 2) {
    bool closes = index + 1 < count;
    int64_t first = (int64_t)decisions[index] - offset;
    int64_t end = closes ? (int64_t)decisions[index + 1] - offset : bars->bar_count;
    const trade_side *entry = bars->entries + first, *exit = bars->exits + end;
    double cost_inverse = entry->terms[0], proceeds = exit->terms[0];
    double units = now.cash * cost_inverse;
    sums += (FOUR(entry->sums) + FOUR(exit->sums)) * (four){1, 1, 1, units};
    if (counts_trades) now.flat_sum += now.cash * (double)(first - now.next_flat_bar);
    now.held_closes += end - first;
    now.next_flat_bar = end;

    // Two bars lie on both sides of one middle, at the level of the highest bit that differs.
    int64_t last = end - 1;
    int64_t row = (63 - __builtin_clzll((uint64_t)(first ^ last) | 1)) * bars->bar_count;
    const double *left = bars->ranges + (row + first) * 4;
    const double *right = bars->ranges + (row + last) * 4;
    double low = lower(left[0], right[0]);
    double ratio = lower(lower(left[1], right[1]), right[0] * left[2]);
    double high_inverse = lower(left[2], right[2]);
    double share = now.level * cost_inverse;
    now.lowest_level = lower(now.lowest_level, lower(ratio, share * low));
    now.level = lower(lower(share * proceeds, proceeds * high_inverse), 1);
    now.cash = units * proceeds;
    if (!closes) {
      now.open_units = units;
      if (counts_trades) now.notional += units * entry->terms[1];
      break;
    }
    now.lowest_level = lower(now.lowest_level, now.level);
    now.trade_count += 1;
    if (counts_trades) {
      double bought = entry->terms[1], sold = exit->terms[1], traded = bought + sold;
      double gain = (sold - bought) - bars->commission * traded, profit = units * gain;
      now.win_count += gain > 0;
      now.returns += gain * entry->terms[2];
      now.days += exit->terms[3] - entry->terms[3];
      now.profits += profit > 0 ? profit : 0;
      now.losses -= profit < 0 ? profit : 0;
      now.notional += units * traded;
    }
  }
  // Every bar held has a return, and so has every exit's; but the window's first bar has none.
  now.counted_returns = now.held_closes + now.trade_count - (count > 0 && decisions[0] == offset);
  now.flat_sum += now.cash * (double)(bars->bar_count - now.next_flat_bar);
  __builtin_memcpy(now.sums, &sums, sizeof sums);
  *account = now;
}

void BOOK(
    const trade_bars *bars, const uint32_t *decisions, int64_t count, int64_t offset,
    bool counts_trades, compounding_account *account) {
  if (counts_trades)
    book_all(bars, decisions, count, offset, true, account);
  else
    book_all(bars, decisions, count, offset, false, account);
}
