// What closes add to the figures of four lanes.

// Four closes, their highest and lowest.
//
// Four divisions: one division of a product, multiplied back, was slower where this was measured,
// because the divider works beside the multipliers and the additional products do not.
INLINED void gather(
    real4 *account, real4 equity0, real4 equity1, real4 equity2, real4 equity3, real4 high,
    real4 low, bool is_full) {
  real4 return0 = equity0 / account[LANES_LAST] - 1, return1 = equity1 / equity0 - 1;
  real4 return2 = equity2 / equity1 - 1, return3 = equity3 / equity2 - 1;
  account[LANES_RETURN_SUM] += (return0 + return1) + (return2 + return3);
  account[LANES_RETURN_SQUARES] +=
      (return0 * return0 + return1 * return1) + (return2 * return2 + return3 * return3);
  if (is_full) {
    real4 free = account[LANES_RISK_FREE], zero = lanes_all(0);
    real4 short0 = lanes_smaller(return0 - free, zero), short1 = lanes_smaller(return1 - free, zero);
    real4 short2 = lanes_smaller(return2 - free, zero), short3 = lanes_smaller(return3 - free, zero);
    account[LANES_SHORTFALLS] +=
        (short0 * short0 + short1 * short1) + (short2 * short2 + short3 * short3);
    account[LANES_EQUITY_SUM] += (equity0 + equity1) + (equity2 + equity3);
  }
  account[LANES_LAST] = equity3;

  real4 peak = account[LANES_PEAK], level = account[LANES_LEVEL];
  real4 new_peak = lanes_larger(high, peak);
  account[LANES_PEAK] = new_peak;
  if (__builtin_expect(lanes_mask(low < level * new_peak), 0)) {
    const real4 equities[4] = {equity0, equity1, equity2, equity3};
    for (int bar = 0; bar < 4; bar++) {
      peak = lanes_larger(equities[bar], peak);
      level = lanes_choose(equities[bar] < level * peak, equities[bar] / peak, level);
    }
    account[LANES_LEVEL] = level;
  }
}

// One close by itself, for the few that are left over at the end.
INLINED void gather_bar(real4 *account, real4 equity, bool is_full) {
  real4 change = equity / account[LANES_LAST] - 1;
  account[LANES_RETURN_SUM] += change;
  account[LANES_RETURN_SQUARES] += change * change;
  if (is_full) {
    real4 missed = lanes_smaller(change - account[LANES_RISK_FREE], lanes_all(0));
    account[LANES_SHORTFALLS] += missed * missed;
    account[LANES_EQUITY_SUM] += equity;
  }
  account[LANES_LAST] = equity;
  real4 peak = lanes_larger(equity, account[LANES_PEAK]), level = account[LANES_LEVEL];
  account[LANES_PEAK] = peak;
  account[LANES_LEVEL] = lanes_choose(equity < level * peak, equity / peak, level);
}
