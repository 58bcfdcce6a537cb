// The body of the kernels of order lanes, compiled once for each set of instructions.
//
// Before it is included, ORDER_RUN, ORDER_ASK and ORDER_STEPS name the functions, and there are
// lanes_mask, lanes_wide, lanes_unordered, lanes_larger, lanes_smaller and lanes_floor besides
// lanes_vectors.h. Nothing here may mix lanes: a lane's numbers must not
// depend on its neighbours, not in one bit.

#include "lanes_gather.h"
#include "order_steps_body.h"
#include "order_fill_body.h"
#include "order_ask_body.h"

// The lanes whose band a price above or one below has left.
INLINED mask4 outside(const real4 *account, double top, double bottom) {
  return (top >= account[LANES_BAND_HIGH]) | (bottom <= account[LANES_BAND_LOW]);
}

// Asks about the lanes whose band a close has left.
INLINED void ask(struct order_run *run, double price, ptrdiff_t bar) {
  const real4 *accounts = (const real4 *)run->lanes.accounts;
  uint32_t mask = 0;
  for (ptrdiff_t vector = 0; vector < run->lanes.vectors; vector++)
    mask |= lanes_mask(outside(accounts + vector * LANES_ACCOUNT_FIELDS, price, price))
            << (vector * LANES_WIDTH);
  if (mask) ask_rules(run, mask, bar, price);
}

// Four bars in some of which a lane is outside its band.
INLINED void step(struct order_run *run, const double *close, ptrdiff_t bar, bool is_full) {
  real4 *accounts = (real4 *)run->lanes.accounts;
  ptrdiff_t vectors = run->lanes.vectors;
  real4 equity[4][ORDER_VECTORS];
  for (int offset = 0; offset < 4; offset++) {
    ask(run, close[bar + offset], bar + offset);
    for (ptrdiff_t vector = 0; vector < vectors; vector++) {
      const real4 *account = accounts + vector * LANES_ACCOUNT_FIELDS;
      equity[offset][vector] = account[LANES_CASH] + account[LANES_UNITS] * close[bar + offset];
    }
  }
  for (ptrdiff_t vector = 0; vector < vectors; vector++) {
    real4 e0 = equity[0][vector], e1 = equity[1][vector];
    real4 e2 = equity[2][vector], e3 = equity[3][vector];
    real4 high = lanes_larger(lanes_larger(e0, e1), lanes_larger(e2, e3));
    real4 low = lanes_smaller(lanes_smaller(e0, e1), lanes_smaller(e2, e3));
    gather(accounts + vector * LANES_ACCOUNT_FIELDS, e0, e1, e2, e3, high, low, is_full);
  }
}

INLINED void run_bars(struct order_run *run, struct lanes_bars bars, bool is_full) {
  struct lanes lanes = run->lanes;
  real4 *accounts = (real4 *)lanes.accounts;
  ptrdiff_t bar = bars.begin;
  for (; bar + 4 <= bars.end; bar += 4) {
    const double *p = bars.close + bar;
    double top01 = p[0] > p[1] ? p[0] : p[1], top23 = p[2] > p[3] ? p[2] : p[3];
    double bottom01 = p[0] < p[1] ? p[0] : p[1], bottom23 = p[2] < p[3] ? p[2] : p[3];
    double top = top01 > top23 ? top01 : top23;
    double bottom = bottom01 < bottom23 ? bottom01 : bottom23;
    mask4 leaves = {0, 0, 0, 0};
    for (ptrdiff_t vector = 0; vector < lanes.vectors; vector++)
      leaves |= outside(accounts + vector * LANES_ACCOUNT_FIELDS, top, bottom);
    if (lanes_mask(leaves)) {
      step(run, bars.close, bar, is_full);
      continue;
    }
    for (ptrdiff_t vector = 0; vector < lanes.vectors; vector++) {
      real4 *account = accounts + vector * LANES_ACCOUNT_FIELDS;
      real4 cash = account[LANES_CASH], units = account[LANES_UNITS];
      gather(
          account, cash + units * p[0], cash + units * p[1], cash + units * p[2],
          cash + units * p[3], cash + units * top, cash + units * bottom, is_full);
    }
  }
  for (; bar < bars.end; bar++) {
    double price = bars.close[bar];
    ask(run, price, bar);
    for (ptrdiff_t vector = 0; vector < lanes.vectors; vector++) {
      real4 *account = accounts + vector * LANES_ACCOUNT_FIELDS;
      gather_bar(account, account[LANES_CASH] + account[LANES_UNITS] * price, is_full);
    }
  }
}

void ORDER_RUN(struct order_run *run, struct lanes_bars bars) {
  bars.is_full ? run_bars(run, bars, true) : run_bars(run, bars, false);
}
