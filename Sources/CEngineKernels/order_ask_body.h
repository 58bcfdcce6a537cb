// The rules of some lanes at a close outside their bands, from the question to the next band.

// Runs steps for the vectors that hold the masked lanes, and those between them.
INLINED void run_steps_of(struct order_run *run, struct order_steps steps, uint32_t mask) {
  if (!steps.count) return;
  run_steps(
      run, steps, __builtin_ctz(mask) / LANES_WIDTH, (31 - __builtin_clz(mask)) / LANES_WIDTH + 1);
}

// The masked lanes on which a register holds: is 1, or is defined and not 0 where it is not a whole
// answer.
INLINED uint32_t holding(const double *numbers, int32_t place, uint32_t mask, bool is_whole) {
  const real4 *values = (const real4 *)numbers + (ptrdiff_t)place * ORDER_VECTORS;
  uint32_t holds = 0;
  for (ptrdiff_t vector = 0; vector < ORDER_VECTORS; vector++) {
    real4 value = values[vector];
    mask4 held = is_whole ? lanes_wide(value == 1) : lanes_wide((value < 0) | (value > 0));
    holds |= lanes_mask(held) << (vector * LANES_WIDTH);
  }
  return holds & mask;
}

// Copies the units that masked lanes want to ORDER_WANTED, and adds the lanes that want any to those
// taken before.
INLINED uint32_t take(double *numbers, int32_t place, uint32_t mask, uint32_t taken_before) {
  const mask4 bits = {1, 2, 4, 8};
  const real4 *values = (const real4 *)numbers + (ptrdiff_t)place * ORDER_VECTORS;
  real4 *wanted = (real4 *)numbers + (ptrdiff_t)ORDER_WANTED * ORDER_VECTORS;
  for (ptrdiff_t vector = 0; vector < ORDER_VECTORS; vector++) {
    mask4 takes = (bits & (int64_t)(mask >> (vector * LANES_WIDTH) & 15)) != 0;
    wanted[vector] = lanes_choose(takes, values[vector], wanted[vector]);
  }
  return taken_before | holding(numbers, place, mask, false);
}

// Asks the orders of some lanes, one order after another; returns the lanes with units to fill.
INLINED uint32_t decide(struct order_run *run, uint32_t mask) {
  uint32_t open = mask, taken = 0;
  for (ptrdiff_t index = 0; index < run->rules.order_count && open; index++) {
    const struct order_formula *order = run->rules.orders + index;
    uint32_t fired = open;
    for (ptrdiff_t part = 0; part < order->part_count && fired; part++) {
      run_steps_of(run, order->parts[part].steps, fired);
      fired = holding(
          run->registers, order->parts[part].place, fired, order->parts[part].is_whole);
    }
    if (!fired) continue;
    open &= ~fired;
    run_steps_of(run, order->units, fired);
    taken = take(run->registers, order->wanted, fired, taken);
  }
  return taken;
}

INLINED void trade(struct order_run *run, uint32_t mask, double price, ptrdiff_t bar) {
  struct order_fills fills = fill_orders(run->registers, run->lanes, mask, price, run->limits);
  if (!fills.traded) return;
  run_steps_of(run, run->rules.held, fills.traded);
  if (fills.opened) run->caller.opened(run->caller.context, fills.opened, bar);
  if (fills.closed) run->caller.closed(run->caller.context, fills.closed, bar);
}

// Sets the bands of the masked lanes; those that owe money, and those that wait, have none.
INLINED void set_bands(struct order_run *run, uint32_t mask, uint32_t waiting) {
  const real4 *registers = (const real4 *)run->registers;
  const real4 *low = registers + (ptrdiff_t)run->rules.band_place * ORDER_VECTORS;
  const mask4 bits = {1, 2, 4, 8};
  real4 infinite = lanes_all(INFINITY);
  for (ptrdiff_t vector = 0; vector < run->lanes.vectors; vector++) {
    uint32_t part = mask >> (vector * LANES_WIDTH) & 15;
    if (!part) continue;
    real4 *account = (real4 *)run->lanes.accounts + vector * LANES_ACCOUNT_FIELDS;
    mask4 waits = (bits & (int64_t)(waiting >> (vector * LANES_WIDTH) & 15)) != 0;
    mask4 set = (bits & (int64_t)part) != 0, none = ~(account[LANES_CASH] >= 0) | waits;
    real4 lower = lanes_choose(none, infinite, low[vector]);
    real4 upper = lanes_choose(none, -infinite, low[vector + ORDER_VECTORS]);
    account[LANES_BAND_LOW] = lanes_choose(set, lower, account[LANES_BAND_LOW]);
    account[LANES_BAND_HIGH] = lanes_choose(set, upper, account[LANES_BAND_HIGH]);
  }
}

static void ask_rules(struct order_run *run, uint32_t mask, ptrdiff_t bar, double close) {
  uint32_t due = run->pending & mask;
  if (due) {
    trade(run, due, run->open[bar], bar);
    run->pending &= ~due;
  }
  // Every lane's, which is quicker than to look who needs it.
  real4 *closes = (real4 *)run->registers + (ptrdiff_t)ORDER_CLOSE * ORDER_VECTORS;
  for (ptrdiff_t vector = 0; vector < ORDER_VECTORS; vector++) closes[vector] = lanes_all(close);
  if (run->caller.load) run->caller.load(run->caller.context, mask, bar);
  uint32_t decided = decide(run, mask);
  if (run->open)
    run->pending |= decided;
  else if (decided)
    trade(run, decided, close, bar);
  if (run->rules.band_place < 0) return;
  run_steps_of(run, run->rules.band, mask);
  set_bands(run, mask, run->pending);
}

void ORDER_ASK(struct order_run *run, uint32_t mask, ptrdiff_t bar, double close) {
  ask_rules(run, mask, bar, close);
}
