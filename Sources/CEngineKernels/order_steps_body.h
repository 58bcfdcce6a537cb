// The body of order_steps_run: each step is one loop over the vectors.

// 1 where a relation holds, 0 where not, undefined where a side is: all bits set are no number.
INLINED real4 decided(mask4 holds, real4 a, real4 b) {
  return (real4)((holds & (mask4)lanes_all(1)) | lanes_unordered(a, b));
}

// The number, or undefined where it is not finite: its difference from itself is zero or undefined.
INLINED real4 defined(real4 a) { return (real4)((mask4)a | (mask4)(a - a)); }

INLINED real4 either_undefined(real4 result, real4 a, real4 b) {
  return (real4)((mask4)result | lanes_unordered(a, b));
}

INLINED real4 conjunction(real4 a, real4 b) {
  return lanes_choose((a == 0) | (b == 0), lanes_all(0), either_undefined(lanes_all(1), a, b));
}

INLINED real4 disjunction(real4 a, real4 b) {
  return lanes_choose((a == 1) | (b == 1), lanes_all(1), either_undefined(lanes_all(0), a, b));
}

// A stretch of prices.
typedef struct {
  real4 low, high;
} stretch4;

// The stretch around a price in which a + b * price is below zero.
INLINED stretch4 below_zero(real4 a, real4 b, real4 price) {
  real4 infinite = lanes_all(INFINITY);
  mask4 holds = lanes_wide(a + b * price < 0);
  if (!lanes_mask(holds)) return (stretch4){infinite, -infinite};
  real4 border = -a / b;
  return (stretch4){
      lanes_choose(holds, lanes_choose(b < 0, border, -infinite), infinite),
      lanes_choose(holds, lanes_choose(b > 0, border, infinite), -infinite)};
}

// The stretch below a price.
INLINED stretch4 price_below(real4 border, real4 price) {
  real4 infinite = lanes_all(INFINITY);
  mask4 holds = lanes_wide(price < border);
  return (stretch4){
      lanes_choose(holds, -infinite, infinite), lanes_choose(holds, border, -infinite)};
}

// The stretch above a price.
INLINED stretch4 price_above(real4 border, real4 price) {
  real4 infinite = lanes_all(INFINITY);
  mask4 holds = lanes_wide(price > border);
  return (stretch4){
      lanes_choose(holds, border, infinite), lanes_choose(holds, infinite, -infinite)};
}

#define EACH(expression)                                   \
  for (ptrdiff_t vector = begin; vector < end; vector++) { \
    real4 a = first[vector], b = second[vector];           \
    result[vector] = (expression);                         \
    (void)b;                                               \
  }                                                        \
  break

#define STRETCH(expression)                                \
  for (ptrdiff_t vector = begin; vector < end; vector++) { \
    stretch4 found = (expression);                         \
    result[vector] = found.low;                            \
    other[vector] = found.high;                            \
  }                                                        \
  break

INLINED void run_vectors(
    const struct order_run *run, struct order_steps steps, ptrdiff_t begin, ptrdiff_t end) {
  real4 *registers = (real4 *)run->registers;
  const real4 *close = registers + ORDER_CLOSE * ORDER_VECTORS;
  const real4 *cash = registers + ORDER_CASH * ORDER_VECTORS;
  const real4 *per_unit = registers + ORDER_PER_UNIT * ORDER_VECTORS;
  for (ptrdiff_t index = 0; index < steps.count; index++) {
    const struct order_step step = steps.steps[index];
    real4 *result = registers + (ptrdiff_t)step.result * ORDER_VECTORS;
    real4 *other = result + ORDER_VECTORS;
    const real4 *first = registers + (ptrdiff_t)step.first * ORDER_VECTORS;
    const real4 *second = registers + (ptrdiff_t)step.second * ORDER_VECTORS;
    switch (step.operation) {
      case ORDER_NEGATE: EACH(-a);
      case ORDER_NOT: EACH(1 - a);
      case ORDER_IS_UNDEFINED: EACH(lanes_where(a != a, lanes_all(1)));
      case ORDER_ABSOLUTE: EACH(lanes_size(a));
      case ORDER_ADD: EACH(defined(a + b));
      case ORDER_SUBTRACT: EACH(defined(a - b));
      case ORDER_MULTIPLY: EACH(defined(a * b));
      case ORDER_DIVIDE: EACH(defined(a / b));
      case ORDER_LESS: EACH(decided(a < b, a, b));
      case ORDER_LESS_OR_EQUAL: EACH(decided(a <= b, a, b));
      case ORDER_GREATER: EACH(decided(a > b, a, b));
      case ORDER_GREATER_OR_EQUAL: EACH(decided(a >= b, a, b));
      case ORDER_EQUAL: EACH(decided(a == b, a, b));
      case ORDER_NOT_EQUAL: EACH(decided(a != b, a, b));
      case ORDER_AND: EACH(conjunction(a, b));
      case ORDER_OR: EACH(disjunction(a, b));
      case ORDER_MINIMUM: EACH(either_undefined(lanes_smaller(b, a), a, b));
      case ORDER_MAXIMUM: EACH(either_undefined(lanes_larger(a, b), a, b));
      case ORDER_INFLATE: EACH(defined(a + LANES_CLEAR * b));
      case ORDER_ODDS: EACH((real4)((mask4)(a / (1 - a)) | ~(a < 1)));
      case ORDER_PRICE_BELOW:
        STRETCH(price_below(
            first[vector] - LANES_CLEAR * lanes_size(first[vector]), close[vector]));
      case ORDER_PRICE_ABOVE:
        STRETCH(price_above(
            first[vector] + LANES_CLEAR * lanes_size(first[vector]), close[vector]));
      // With odds o of the share and a slack s, the border of the value is o (cash + s) + s and
      // o (cash - s) - s.
      case ORDER_STOCK_BELOW:
        STRETCH(price_below(
            (first[vector] * (cash[vector] + second[vector]) + second[vector]) * per_unit[vector],
            close[vector]));
      case ORDER_STOCK_ABOVE:
        STRETCH(price_above(
            (first[vector] * (cash[vector] - second[vector]) - second[vector]) * per_unit[vector],
            close[vector]));
      case ORDER_BELOW_ZERO: STRETCH(below_zero(first[vector], second[vector], close[vector]));
      case ORDER_CALL:
        run->caller.call(run->caller.context, step.first, begin, end);
        break;
      case ORDER_UNION:
        for (ptrdiff_t vector = begin; vector < end; vector++) {
          result[vector] = lanes_smaller(first[vector], second[vector]);
          other[vector] =
              lanes_larger(first[vector + ORDER_VECTORS], second[vector + ORDER_VECTORS]);
        }
        break;
      case ORDER_INTERSECTION:
        for (ptrdiff_t vector = begin; vector < end; vector++) {
          result[vector] = lanes_larger(first[vector], second[vector]);
          other[vector] =
              lanes_smaller(first[vector + ORDER_VECTORS], second[vector + ORDER_VECTORS]);
        }
        break;
    }
  }
}

#undef EACH
#undef STRETCH

// Runs steps for the vectors from `begin` to before `end`.
static void run_steps(
    const struct order_run *run, struct order_steps steps, ptrdiff_t begin, ptrdiff_t end) {
  // All lanes, the usual case, without a count to run.
  if (begin == 0 && end == ORDER_VECTORS)
    run_vectors(run, steps, 0, ORDER_VECTORS);
  else
    run_vectors(run, steps, begin, end);
}

void ORDER_STEPS(struct order_run *run, struct order_steps steps) {
  run_steps(run, steps, 0, run->lanes.vectors);
}
