// The body of the kernels of order lanes, compiled once for each set of instructions.
//
// Before it is included, ORDER_RUN, ORDER_STEPS, ORDER_FILL, ORDER_HOLDING and ORDER_SET_BANDS name
// the functions, and there are lanes_mask, lanes_wide, lanes_unordered, lanes_larger, lanes_smaller
// and lanes_floor besides lanes_vectors.h. Nothing here may mix lanes: a lane's numbers must not
// depend on its neighbours, not in one bit.

#include "lanes_gather.h"
#include "order_steps_body.h"

// The lanes whose band a price above or one below has left.
INLINED mask4 outside(const real4 *account, double top, double bottom) {
  return (top >= account[LANES_BAND_HIGH]) | (bottom <= account[LANES_BAND_LOW]);
}

// Asks about the lanes whose band a close has left.
INLINED void ask(
    const real4 *accounts, ptrdiff_t vectors, double price, ptrdiff_t bar, order_event event,
    void *context) {
  uint32_t mask = 0;
  for (ptrdiff_t vector = 0; vector < vectors; vector++)
    mask |= lanes_mask(outside(accounts + vector * LANES_ACCOUNT_FIELDS, price, price))
            << (vector * LANES_WIDTH);
  if (mask) event(context, mask, bar);
}

// Four bars in some of which a lane is outside its band.
INLINED void step(
    real4 *accounts, ptrdiff_t vectors, const double *close, ptrdiff_t bar, order_event event,
    void *context, bool is_full) {
  real4 equity[4][ORDER_VECTORS];
  for (int offset = 0; offset < 4; offset++) {
    ask(accounts, vectors, close[bar + offset], bar + offset, event, context);
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

INLINED void run(
    struct lanes lanes, struct lanes_bars bars, order_event event, void *context, bool is_full) {
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
      step(accounts, lanes.vectors, bars.close, bar, event, context, is_full);
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
    ask(accounts, lanes.vectors, price, bar, event, context);
    for (ptrdiff_t vector = 0; vector < lanes.vectors; vector++) {
      real4 *account = accounts + vector * LANES_ACCOUNT_FIELDS;
      gather_bar(account, account[LANES_CASH] + account[LANES_UNITS] * price, is_full);
    }
  }
}

void ORDER_RUN(struct lanes lanes, struct lanes_bars bars, order_event event, void *context) {
  bars.is_full ? run(lanes, bars, event, context, true) : run(lanes, bars, event, context, false);
}

// Units that an order of four lanes comes to, never below zero.
INLINED real4 cut_size(
    const real4 *registers, const real4 *account, mask4 buys, real4 wanted, real4 fill,
    bool has_lots) {
  real4 held = account[LANES_UNITS], zero = lanes_all(0);
#define TERM(name) registers[(ptrdiff_t)(name) * ORDER_VECTORS]
  real4 affordable = (account[LANES_CASH] - TERM(ORDER_FIXED)) / (fill * (1 + TERM(ORDER_COMMISSION)));
  real4 room = TERM(ORDER_LARGEST) / fill - held;
  real4 bought = lanes_smaller(lanes_smaller(wanted, affordable), room);
  real4 size = lanes_choose(buys, bought, lanes_smaller(-wanted, held));
  if (has_lots) {
    real4 lot = TERM(ORDER_LOT);
    real4 rounded = lanes_floor(size / lot + 1e-9) * lot;
    rounded = lanes_choose(buys, rounded, lanes_smaller(rounded, held));
    size = lanes_choose(lot > 0, rounded, size);
  }
  return lanes_choose(size > 0, size, zero);
}

struct order_fills ORDER_FILL(
    double *numbers, struct lanes lanes, uint32_t mask, double price, bool has_lots) {
  struct order_fills all = {0, 0, 0};
  const mask4 bits = {1, 2, 4, 8};
  for (ptrdiff_t vector = 0; vector < lanes.vectors; vector++) {
    uint32_t part = mask >> (vector * LANES_WIDTH) & 15;
    if (!part) continue;
    real4 *registers = (real4 *)numbers + vector;
    real4 *account = (real4 *)lanes.accounts + vector * LANES_ACCOUNT_FIELDS;
    real4 wanted = TERM(ORDER_WANTED), held = account[LANES_UNITS], none = lanes_all(NAN);
    mask4 buys = wanted > 0;
    real4 fill = price * lanes_choose(buys, TERM(ORDER_BUYING), TERM(ORDER_SELLING));
    real4 size = cut_size(registers, account, buys, wanted, fill, has_lots);
    mask4 fills = ((bits & (int64_t)part) != 0) & (size > 0) & (size < INFINITY);
    real4 units = lanes_choose(buys, size, -size), fee = size * fill * TERM(ORDER_COMMISSION);
    real4 cash = account[LANES_CASH] - units * fill - fee - TERM(ORDER_FIXED);
    real4 after = held + units;
    account[LANES_CASH] = lanes_choose(fills, cash, account[LANES_CASH]);
    account[LANES_UNITS] = lanes_choose(fills, after, held);
    TERM(ORDER_CASH) = account[LANES_CASH];
    TERM(ORDER_UNITS) = account[LANES_UNITS];
    TERM(ORDER_PER_UNIT) = 1 / account[LANES_UNITS];
    TERM(ORDER_LAST_FILL) = lanes_choose(fills, fill, TERM(ORDER_LAST_FILL));
    real4 entry = lanes_choose(held == 0, fill, TERM(ORDER_ENTRY_PRICE));
    entry = lanes_choose(after == 0, none, entry);
    TERM(ORDER_ENTRY_PRICE) = lanes_choose(fills, entry, TERM(ORDER_ENTRY_PRICE));
    TERM(ORDER_TRADED) += lanes_where(fills, size * fill);
    TERM(ORDER_FEES) += lanes_where(fills, fee + TERM(ORDER_FIXED));
    TERM(ORDER_FILLS) += lanes_where(fills, lanes_all(1));
    all.traded |= lanes_mask(fills) << (vector * LANES_WIDTH);
    all.opened |= lanes_mask(fills & (held == 0)) << (vector * LANES_WIDTH);
    all.closed |= lanes_mask(fills & (after == 0)) << (vector * LANES_WIDTH);
  }
  return all;
}

void ORDER_SET_BANDS(
    const double *numbers, struct lanes lanes, int32_t stretch, uint32_t mask) {
  const real4 *low = (const real4 *)numbers + (ptrdiff_t)stretch * ORDER_VECTORS;
  const mask4 bits = {1, 2, 4, 8};
  real4 infinite = lanes_all(INFINITY);
  for (ptrdiff_t vector = 0; vector < lanes.vectors; vector++) {
    uint32_t part = mask >> (vector * LANES_WIDTH) & 15;
    if (!part) continue;
    real4 *account = (real4 *)lanes.accounts + vector * LANES_ACCOUNT_FIELDS;
    mask4 set = (bits & (int64_t)part) != 0, owes = ~(account[LANES_CASH] >= 0);
    real4 lower = lanes_choose(owes, infinite, low[vector]);
    real4 upper = lanes_choose(owes, -infinite, low[vector + ORDER_VECTORS]);
    account[LANES_BAND_LOW] = lanes_choose(set, lower, account[LANES_BAND_LOW]);
    account[LANES_BAND_HIGH] = lanes_choose(set, upper, account[LANES_BAND_HIGH]);
  }
}

uint32_t ORDER_HOLDING(const double *numbers, int32_t place, uint32_t mask, bool is_answer) {
  const real4 *values = (const real4 *)numbers + (ptrdiff_t)place * ORDER_VECTORS;
  uint32_t holds = 0;
  for (ptrdiff_t vector = 0; vector < ORDER_VECTORS; vector++) {
    real4 value = values[vector];
    mask4 held = is_answer ? lanes_wide(value == 1) : lanes_wide((value < 0) | (value > 0));
    holds |= lanes_mask(held) << (vector * LANES_WIDTH);
  }
  return holds & mask;
}
