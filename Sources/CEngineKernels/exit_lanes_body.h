// The body of exit_lanes_book, compiled once for each set of instructions; EXIT_LANES names it.
//
// Vectors of four are the compiler's own, so that both give the same bits.

#pragma STDC FP_CONTRACT OFF

typedef double four __attribute__((vector_size(32), aligned(8), may_alias));
typedef int64_t four_masks __attribute__((vector_size(32), aligned(8), may_alias));

#define FOUR(numbers) (*(const four *)(numbers))
#define ALL(number) ((four){(number), (number), (number), (number)})
#define CHOSEN(mask, a, b) ((four)(((four_masks)(a) & (mask)) | ((four_masks)(b) & ~(mask))))
#define LOWER(a, b) CHOSEN((a) < (b), a, b)
// The field of the end that comes first.
#define FIRST_END(field) CHOSEN(is_common, ALL(common[trade].field), FOUR(lanes[trade].field))
#define FIRST_DETAIL(field) \
  CHOSEN(is_common, ALL(common_details[trade].field), FOUR(lane_details[trade].field))

static inline __attribute__((always_inline)) void book_lanes(
    int64_t count, const exit_record *common, const exit_record_lanes *lanes,
    const exit_details *common_details, const exit_details_lanes *lane_details,
    const double *entry_bars, double open_key, int64_t bar_count, bool counts_trades,
    compounding_account *accounts) {
  four zero = ALL(0), one = ALL(1);
  four cash = ALL(accounts->cash), level = ALL(accounts->level), lowest = ALL(accounts->lowest_level);
  four returns = zero, squares = zero, counted = zero, key = zero;
  four shortfalls = zero, closes = zero, flat = zero, flat_from = zero, held = zero, wins = zero;
  four gains = zero, days = zero, profits = zero, losses = zero, notional = zero;
  for (int64_t trade = 0; trade < count; trade++) {
    four other_key = FOUR(lanes[trade].key);
    four common_key = ALL(common[trade].key);
    four_masks is_common = common_key < other_key;
    key = CHOSEN(is_common, common_key, other_key);
    four growth = FIRST_END(growth);
    four within = LOWER(FIRST_END(ratio), level * FIRST_END(low));
    level = LOWER(level * growth, FIRST_END(from_high));
    lowest = LOWER(lowest, LOWER(within, level));
    returns += FIRST_END(returns);
    squares += FIRST_END(squares);
    counted += FIRST_END(counted);
    if (counts_trades) {
      four bar = FIRST_DETAIL(bar), gain = FIRST_DETAIL(gain), profit = cash * gain;
      four entry_bar = ALL(entry_bars[trade]);
      shortfalls += FIRST_DETAIL(shortfalls);
      closes += cash * FIRST_DETAIL(closes);
      flat += cash * (entry_bar - flat_from);
      held += bar - entry_bar;
      flat_from = bar;
      days += FIRST_DETAIL(days);
      gains += gain;
      wins += CHOSEN(gain > zero, one, zero);
      profits += CHOSEN(profit > zero, profit, zero);
      losses -= CHOSEN(profit < zero, profit, zero);
      notional += cash * FIRST_DETAIL(traded);
    }
    cash *= growth;
  }
  if (counts_trades) flat += cash * (ALL((double)bar_count) - flat_from);
  for (int lane = 0; lane < 4; lane++) {
    compounding_account *account = accounts + lane;
    account->cash = cash[lane];
    account->level = level[lane];
    account->lowest_level = lowest[lane];
    account->sums[0] = returns[lane];
    account->sums[1] = squares[lane];
    account->sums[2] = shortfalls[lane];
    account->sums[3] = closes[lane];
    account->flat_sum = flat[lane];
    account->held_closes = (int64_t)held[lane];
    account->counted_returns = (int64_t)counted[lane];
    account->trade_count = count - (count > 0 && key[lane] >= open_key);
    account->win_count = (int64_t)wins[lane];
    account->returns = gains[lane];
    account->days = days[lane];
    account->profits = profits[lane];
    account->losses = losses[lane];
    account->notional = notional[lane];
  }
}

void EXIT_LANES(
    int64_t count, const exit_record *common, const exit_record_lanes *lanes,
    const exit_details *common_details, const exit_details_lanes *lane_details,
    const double *entry_bars, double open_key, int64_t bar_count, bool counts_trades,
    compounding_account *accounts) {
  if (counts_trades)
    book_lanes(
        count, common, lanes, common_details, lane_details, entry_bars, open_key, bar_count, true,
        accounts);
  else
    book_lanes(
        count, common, lanes, common_details, lane_details, entry_bars, open_key, bar_count, false,
        accounts);
}
