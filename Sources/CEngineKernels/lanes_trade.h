// What lanes do at a price outside their band: the common form of the rule, four lanes at once.

// A bar's close as all lanes see it.
typedef struct {
  real4 price, reciprocal;
  // The price moved towards any band by more than its margin: beyond the band still, it is beyond
  // the true trigger.
  real4 lowered, raised;
} closing;

INLINED closing closing_at(const struct lanes_bars *bars, ptrdiff_t bar) {
  double price = bars->close[bar];
  return (closing){
      lanes_all(price), lanes_all(bars->reciprocal[bar]), lanes_all(price * (1 - bars->margin)),
      lanes_all(price * (1 + bars->margin))};
}

// The prices between which lanes are idle, from their anchors, cash and units.
INLINED void set_band(real4 *account, const real4 *order, mask4 where, bool is_limited) {
  real4 anchor = order[LANES_ANCHOR];
  real4 high = anchor * order[LANES_IDLE_RISE], low = anchor * order[LANES_IDLE_FALL];
  if (is_limited) {
    // Where the weight of the stock passes a bound by more than a trade's smallest value.
    real4 cash = account[LANES_CASH], inverse = 1 / account[LANES_UNITS];
    real4 lowest = order[LANES_LOWEST_WEIGHT], highest = order[LANES_HIGHEST_WEIGHT];
    // A little less than that, which also keeps a difference of equals from being taken for zero.
    real4 held = order[LANES_SMALLEST_DRIFT] * (1 - LANES_CLEAR);
    real4 drift_high = (highest * cash + held) * order[LANES_HIGHEST_SCALE] * inverse;
    real4 drift_low = (lowest * cash - held) * order[LANES_LOWEST_SCALE] * inverse;
    high = lanes_smaller(drift_high, high);
    low = lanes_larger(drift_low, low);
  }
  account[LANES_BAND_HIGH] = lanes_choose(where, high, account[LANES_BAND_HIGH]);
  account[LANES_BAND_LOW] = lanes_choose(where, low, account[LANES_BAND_LOW]);
}

// Trades lanes whose orders are beyond doubt.
INLINED void fill(
    real4 *account, real4 *order, mask4 fills, closing now, real4 traded, real4 size,
    real4 cash_after, bool is_limited) {
  account[LANES_CASH] = lanes_choose(fills, cash_after, account[LANES_CASH]);
  account[LANES_UNITS] += lanes_where(fills, traded * now.reciprocal);
  order[LANES_ANCHOR] = lanes_choose(fills, now.price, order[LANES_ANCHOR]);
  order[LANES_TRADED] += lanes_where(fills, size);
  order[LANES_FILLS] += lanes_where(fills, lanes_all(1));
  set_band(account, order, fills, is_limited);
}

// Lanes that a trigger does not plainly fill: trades back to a bound, and orders that are too
// small. Returns the lanes whose case is not clear, left as they were.
NOT_INLINED unsigned settle(
    real4 *account, real4 *order, mask4 where, closing now, mask4 too_small) {
  real4 cash = account[LANES_CASH], anchor = order[LANES_ANCHOR], price = now.price;
  real4 stock = account[LANES_UNITS] * price, value = cash + stock;
  real4 top = order[LANES_HIGHEST_WEIGHT] * value, bottom = order[LANES_LOWEST_WEIGHT] * value;
  mask4 above = stock > top * (1 + LANES_CLEAR), below = stock < bottom * (1 - LANES_CLEAR);
  real4 back = lanes_choose(above, top - stock, bottom - stock), size = lanes_size(back);
  real4 fee = size * order[LANES_COMMISSION], smallest = order[LANES_SMALLEST_DRIFT];
  real4 least_size = order[LANES_SMALLEST_DRIFT_UNITS] * price * (1 + LANES_CLEAR);
  mask4 drifts = (price < anchor * order[LANES_IDLE_RISE]) &
                 (price > anchor * order[LANES_IDLE_FALL]) & (above | below) &
                 (size > least_size) & (order[LANES_MOST_SHARE] >= 0) &
                 (lanes_smaller(lanes_smaller(size, stock), cash - back - fee) >
                  value * LANES_CLEAR);
  mask4 fills = lanes_wide(where & drifts & (size > smallest * (1 + LANES_CLEAR)));
  mask4 holds = (drifts & (size < smallest * (1 - LANES_CLEAR))) | too_small;
  if (lanes_mask(fills) == 15)
    fill(account, order, ~(mask4){0, 0, 0, 0}, now, back, size, cash - back - fee, true);
  else if (lanes_mask(fills))
    fill(account, order, fills, now, back, size, cash - back - fee, true);
  return lanes_mask(where & ~(fills | holds));
}

// Trades lanes; returns those whose case is not clear, left as they were.
INLINED unsigned trade(
    real4 *account, real4 *order, mask4 leaves, closing now, bool is_limited) {
  mask4 clear, none = {0, 0, 0, 0};
  real4 cash = account[LANES_CASH], anchor = order[LANES_ANCHOR];
  if (is_limited) {
    clear = lanes_wide(now.price >= anchor * order[LANES_CLEAR_RISE]) |
            lanes_wide(now.price <= anchor * order[LANES_CLEAR_FALL]);
    if (!lanes_mask(leaves & clear)) return settle(account, order, leaves, now, none);
  } else {
    clear = lanes_wide(now.lowered >= account[LANES_BAND_HIGH]) |
            lanes_wide(now.raised <= account[LANES_BAND_LOW]);
  }
  real4 stock = account[LANES_UNITS] * now.price, value = cash + stock;

  // The move times the ratio, cut where the weight after it would leave its bounds.
  real4 move = anchor * now.reciprocal - 1, share = move * order[LANES_RATIO], weighed = value;
  real4 wanted = share * value, most = value;
  if (is_limited) {
    real4 limit = order[LANES_LARGEST] * value;
    most = lanes_smaller(stock, limit);
    wanted = lanes_larger(lanes_smaller(wanted, lanes_smaller(cash, limit)), -most);
    weighed = value - lanes_size(wanted) * order[LANES_WEIGHT_COMMISSION];
  }
  real4 ceiling = order[LANES_HIGHEST_WEIGHT] * weighed;
  real4 stock_after = lanes_smaller(stock + wanted, ceiling);
  stock_after = lanes_larger(stock_after, order[LANES_LOWEST_WEIGHT] * weighed);
  real4 traded = stock_after - stock;
  // Below zero where the side turned: a rise sells, a fall buys.
  real4 size = (real4)((mask4)traded ^ ((mask4)move & INT64_MIN));

  real4 cash_after = cash - traded - size * order[LANES_COMMISSION];
  real4 least = lanes_smaller(lanes_smaller(stock, stock_after), cash_after);
  clear &= lanes_wide(size > order[LANES_SMALLEST_SHARE] * value) &
           lanes_wide(lanes_size(share) <= order[LANES_MOST_SHARE]) &
           lanes_wide(least > value * LANES_CLEAR);
  // A sale too small to bring the weight back inside may be refused.
  if (is_limited) clear &= lanes_wide(stock - most <= ceiling);
  mask4 is_large = lanes_wide(size > order[LANES_SMALLEST] * (1 + LANES_CLEAR));
  mask4 fills = lanes_wide(leaves & clear & is_large);
  if (lanes_mask(fills) == 15) {
    // The usual case: lanes of one threshold trade at the same bars.
    fill(account, order, ~none, now, traded, size, cash_after, is_limited);
    return 0;
  }
  mask4 rest = lanes_wide(leaves & ~fills);
  unsigned unclear = 0;
  if (lanes_mask(rest)) {
    mask4 too_small = clear & (size < order[LANES_SMALLEST] * (1 - LANES_CLEAR));
    unclear = is_limited ? settle(account, order, rest, now, too_small)
                         : lanes_mask(rest & ~too_small);
  }
  if (lanes_mask(fills))
    fill(account, order, fills, now, traded, size, cash_after, is_limited);
  return unclear;
}
