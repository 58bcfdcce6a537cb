// The body of protected_book, compiled once for each set of instructions; PROTECTED names it.
//
// Vectors of four are the compiler's own, so that both give the same bits.

#pragma STDC FP_CONTRACT OFF

typedef double four __attribute__((vector_size(32), aligned(8), may_alias));

#define FOUR(numbers) (*(const four *)(numbers))

static inline double lower(double a, double b) { return a < b ? a : b; }

// Adds what one return contributes to the sums, or takes it away again.
static inline __attribute__((always_inline)) void add_return(
    const protected_bars *bars, double value, double weight, four *sums) {
  double deviation = value - bars->shift, fall = lower(value - bars->risk_free, 0);
  *sums += (four){weight * deviation, weight * (deviation * deviation), weight * (fall * fall), 0};
}

void PROTECTED(
    const protected_bars *bars, const protected_trade *trades, int64_t count,
    compounding_account *account) {
  compounding_account now = *account;
  four sums = {0, 0, 0, 0};
  // A position may begin before any close was counted.
  double level = __builtin_inf(), lowest = 1, exit_return = 0;
  int64_t flat_from = 0;
  for (int64_t index = 0; index < count; index++) {
    int64_t first = trades[index].entry, end = trades[index].exit;
    bool closes = end < bars->bar_count;
    const trade_side *entry = bars->entries + first;
    double cost_inverse = entry->terms[0], bought = entry->terms[1], sold = trades[index].price;
    double proceeds = closes ? sold * (1 - bars->commission) : sold;
    double units = now.cash * cost_inverse, growth = proceeds * cost_inverse;
    if (first > flat_from) {
      now.flat_sum += now.cash * (double)(first - flat_from);
      level = lower(level, 1);
      lowest = lower(lowest, level);
    } else if (index > 0) {
      // The exit before and this entry make one return of their bar.
      double entry_return = bars->closes[first] * cost_inverse - 1;
      add_return(bars, exit_return, -1, &sums);
      add_return(bars, entry_return, -1, &sums);
      add_return(bars, (1 + exit_return) * (1 + entry_return) - 1, 1, &sums);
      now.counted_returns -= 1;
    }
    if (first == end) {
      exit_return = growth - 1;
      add_return(bars, exit_return, 1, &sums);
      level *= growth;
    } else {
      int64_t last = end - 1;
      four held = FOUR(entry->sums) + FOUR(bars->sums + last * 4);
      exit_return = proceeds * bars->inverse_closes[last] - 1;
      if (closes) add_return(bars, exit_return, 1, &held);
      sums += held * (four){1, 1, 1, units};
      // Two bars lie on both sides of one middle, at the level of the highest bit that differs.
      int64_t row = (63 - __builtin_clzll((uint64_t)(first ^ last) | 1)) * bars->bar_count;
      const double *left = bars->ranges + (row + first) * 4;
      const double *right = bars->ranges + (row + last) * 4;
      double low = lower(left[0], right[0]);
      double ratio = lower(lower(left[1], right[1]), right[0] * left[2]);
      double high_inverse = lower(left[2], right[2]);
      lowest = lower(lowest, lower(ratio, level * cost_inverse * low));
      level = lower(level * growth, proceeds * high_inverse);
    }
    now.held_closes += end - first;
    flat_from = end;
    now.cash = units * proceeds;
    if (!closes) {
      now.open_units = units;
      now.notional += units * bought;
      break;
    }
    double traded = bought + sold;
    double gain = (sold - bought) - bars->commission * traded, profit = units * gain;
    now.trade_count += 1;
    now.win_count += gain > 0;
    now.returns += gain * entry->terms[2];
    now.days += bars->days[end] - entry->terms[3];
    now.profits += profit > 0 ? profit : 0;
    now.losses -= profit < 0 ? profit : 0;
    now.notional += units * traded;
  }
  if (flat_from < bars->bar_count) {
    now.flat_sum += now.cash * (double)(bars->bar_count - flat_from);
    lowest = lower(lowest, level);
  }
  // Every bar held has a return, and so has every exit's; but the window's first bar has none.
  now.counted_returns += now.held_closes + now.trade_count - (count > 0 && trades[0].entry == 0);
  now.level = level;
  now.lowest_level = lowest;
  __builtin_memcpy(now.sums, &sums, sizeof sums);
  *account = now;
}
