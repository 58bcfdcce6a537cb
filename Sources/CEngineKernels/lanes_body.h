// The body of lanes_run, compiled once for each set of instructions.
//
// Before it is included, LANES_RUN names the function, and there are lanes_mask, lanes_larger and
// lanes_smaller besides lanes_vectors.h. Nothing here may mix lanes: a lane's numbers must not
// depend on its neighbours, not in one bit.

#include "lanes_gather.h"
#include "lanes_trade.h"

// Vectors that go through the same four bars one after another.
#define TOGETHER 8

// Lanes, their bars, and what they share on the way.
typedef struct {
  struct lanes lanes;
  struct lanes_bars bars;
  lanes_exact exact;
  void *context;
} course;

// The lanes whose band a close has left.
INLINED mask4 leaving(const real4 *account, closing now) {
  return (now.price >= account[LANES_BAND_HIGH]) | (now.price <= account[LANES_BAND_LOW]);
}

// Trades the lanes of a vector whose band a close has left.
INLINED void act(
    const course *way, ptrdiff_t vector, ptrdiff_t bar, closing now, mask4 leaves, bool is_limited) {
  if (!lanes_mask(leaves)) return;
  real4 *account = (real4 *)way->lanes.accounts + vector * LANES_ACCOUNT_FIELDS;
  real4 *order = (real4 *)way->lanes.orders + vector * LANES_ORDER_FIELDS;
  unsigned unclear = trade(account, order, leaves, now, is_limited);
  if (__builtin_expect(unclear != 0, 0)) way->exact(way->context, vector, unclear, bar);
}

// Four bars of a few vectors some of which trade: bar by bar, so that the trades of one vector do
// not wait for those of another.
INLINED void step(
    const course *way, ptrdiff_t first, ptrdiff_t count, ptrdiff_t bar, bool is_limited,
    bool is_full) {
  real4 equity[4][TOGETHER];
  real4 *accounts = (real4 *)way->lanes.accounts + first * LANES_ACCOUNT_FIELDS;
  for (int offset = 0; offset < 4; offset++) {
    closing now = closing_at(&way->bars, bar + offset);
    mask4 leaves[TOGETHER], any = {0, 0, 0, 0};
    for (ptrdiff_t place = 0; place < count; place++) {
      leaves[place] = leaving(accounts + place * LANES_ACCOUNT_FIELDS, now);
      any |= leaves[place];
    }
    if (lanes_mask(any))
      for (ptrdiff_t place = 0; place < count; place++)
        act(way, first + place, bar + offset, now, leaves[place], is_limited);
    for (ptrdiff_t place = 0; place < count; place++) {
      const real4 *account = accounts + place * LANES_ACCOUNT_FIELDS;
      equity[offset][place] = account[LANES_CASH] + account[LANES_UNITS] * now.price;
    }
  }
  for (ptrdiff_t place = 0; place < count; place++) {
    real4 e0 = equity[0][place], e1 = equity[1][place];
    real4 e2 = equity[2][place], e3 = equity[3][place];
    real4 high = lanes_larger(lanes_larger(e0, e1), lanes_larger(e2, e3));
    real4 low = lanes_smaller(lanes_smaller(e0, e1), lanes_smaller(e2, e3));
    gather(accounts + place * LANES_ACCOUNT_FIELDS, e0, e1, e2, e3, high, low, is_full);
  }
}

NOT_INLINED void step_plain(const course *way, ptrdiff_t first, ptrdiff_t count, ptrdiff_t bar) {
  step(way, first, count, bar, false, false);
}

NOT_INLINED void step_plain_full(
    const course *way, ptrdiff_t first, ptrdiff_t count, ptrdiff_t bar) {
  step(way, first, count, bar, false, true);
}

NOT_INLINED void step_limited(const course *way, ptrdiff_t first, ptrdiff_t count, ptrdiff_t bar) {
  step(way, first, count, bar, true, false);
}

NOT_INLINED void step_limited_full(
    const course *way, ptrdiff_t first, ptrdiff_t count, ptrdiff_t bar) {
  step(way, first, count, bar, true, true);
}

INLINED void run(const course *way, bool is_limited, bool is_full) {
  const struct lanes_bars bars = way->bars;
  real4 *all = (real4 *)way->lanes.accounts;
  ptrdiff_t bar = bars.begin, vectors = way->lanes.vectors;
  for (; bar + 4 <= bars.end; bar += 4) {
    const double *p = bars.close + bar;
    double top01 = p[0] > p[1] ? p[0] : p[1], top23 = p[2] > p[3] ? p[2] : p[3];
    double bottom01 = p[0] < p[1] ? p[0] : p[1], bottom23 = p[2] < p[3] ? p[2] : p[3];
    double top = top01 > top23 ? top01 : top23;
    double bottom = bottom01 < bottom23 ? bottom01 : bottom23;
    for (ptrdiff_t first = 0; first < vectors; first += TOGETHER) {
      ptrdiff_t count = vectors - first < TOGETHER ? vectors - first : TOGETHER;
      real4 *accounts = all + first * LANES_ACCOUNT_FIELDS;
      mask4 leaves = {0, 0, 0, 0};
      for (ptrdiff_t place = 0; place < count; place++) {
        const real4 *account = accounts + place * LANES_ACCOUNT_FIELDS;
        leaves |= (top >= account[LANES_BAND_HIGH]) | (bottom <= account[LANES_BAND_LOW]);
      }
      if (lanes_mask(leaves)) {
        if (is_limited)
          is_full ? step_limited_full(way, first, count, bar) : step_limited(way, first, count, bar);
        else
          is_full ? step_plain_full(way, first, count, bar) : step_plain(way, first, count, bar);
        continue;
      }
      for (ptrdiff_t place = 0; place < count; place++) {
        real4 *account = accounts + place * LANES_ACCOUNT_FIELDS;
        real4 cash = account[LANES_CASH], units = account[LANES_UNITS];
        gather(
            account, cash + units * p[0], cash + units * p[1], cash + units * p[2],
            cash + units * p[3], cash + units * top, cash + units * bottom, is_full);
      }
    }
  }
  for (; bar < bars.end; bar++) {
    closing now = closing_at(&bars, bar);
    for (ptrdiff_t vector = 0; vector < vectors; vector++) {
      real4 *account = all + vector * LANES_ACCOUNT_FIELDS;
      act(way, vector, bar, now, lanes_wide(leaving(account, now)), is_limited);
      gather_bar(account, account[LANES_CASH] + account[LANES_UNITS] * now.price, is_full);
    }
  }
}

void LANES_RUN(struct lanes lanes, struct lanes_bars bars, lanes_exact exact, void *context) {
  course way = {lanes, bars, exact, context};
  if (lanes.is_limited)
    bars.is_full ? run(&way, true, true) : run(&way, true, false);
  else
    bars.is_full ? run(&way, false, true) : run(&way, false, false);
}
