// What becomes of orders: their size, and the account after them.

// Lanes that traded, and those of them that held nothing before or hold nothing now.
struct order_fills {
  uint32_t traded;
  uint32_t opened;
  uint32_t closed;
};

#define TERM(name) registers[(ptrdiff_t)(name) * ORDER_VECTORS]

// Units that an order of four lanes comes to, never below zero.
INLINED real4 cut_size(
    const real4 *registers, const real4 *account, mask4 buys, real4 wanted, real4 fill,
    struct order_limits limits) {
  real4 held = account[LANES_UNITS], zero = lanes_all(0);
  real4 payable = account[LANES_CASH] - TERM(ORDER_FIXED);
  real4 affordable = payable / (fill * (1 + TERM(ORDER_COMMISSION)));
  real4 bought = lanes_smaller(wanted, affordable);
  if (limits.has_largest) bought = lanes_smaller(bought, TERM(ORDER_LARGEST) / fill - held);
  real4 size = lanes_choose(buys, bought, lanes_smaller(-wanted, held));
  if (limits.has_lots) {
    real4 lot = TERM(ORDER_LOT);
    real4 rounded = lanes_floor(size / lot + 1e-9) * lot;
    rounded = lanes_choose(buys, rounded, lanes_smaller(rounded, held));
    size = lanes_choose(lot > 0, rounded, size);
  }
  return lanes_choose(size > 0, size, zero);
}

// Fills ORDER_WANTED of the masked lanes at a price: cut to cash and units, to the largest position
// and to the lot.
INLINED struct order_fills fill_orders(
    double *numbers, struct lanes lanes, uint32_t mask, double price,
    struct order_limits limits) {
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
    real4 size = cut_size(registers, account, buys, wanted, fill, limits);
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

#undef TERM
