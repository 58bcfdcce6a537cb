// Runs many accounts whose orders are formulas, up to 32 side by side.
//
// A lane is an account of lanes.h. While the price stays inside its band none of its formulas can
// fire; at a price outside, the formulas are asked once for all lanes of the bar, as steps over
// registers. A register has a number a lane. Nothing here mixes lanes.
#ifndef ORDER_LANES_H
#define ORDER_LANES_H

#include <stdint.h>

#include "lanes.h"

// Lanes of one run, and vectors of four that hold them.
#define ORDER_LANES 32
#define ORDER_VECTORS 8

// What a step does. Conditions are 1, 0 or undefined, which is not a number; what would not be
// finite is undefined.
enum order_operation {
  ORDER_NEGATE,
  ORDER_NOT,
  ORDER_IS_UNDEFINED,
  ORDER_ABSOLUTE,
  ORDER_ADD,
  ORDER_SUBTRACT,
  ORDER_MULTIPLY,
  ORDER_DIVIDE,
  ORDER_LESS,
  ORDER_LESS_OR_EQUAL,
  ORDER_GREATER,
  ORDER_GREATER_OR_EQUAL,
  ORDER_EQUAL,
  ORDER_NOT_EQUAL,
  ORDER_AND,
  ORDER_OR,
  ORDER_MINIMUM,
  ORDER_MAXIMUM,
  // first + LANES_CLEAR * second.
  ORDER_INFLATE,
  // first / (1 - first) below 1, elsewhere undefined.
  ORDER_ODDS,
  // A function of the caller, by its number in `first`.
  ORDER_CALL,
  // Stretches of prices around that of ORDER_CLOSE: the lower end goes to `result`, the upper one to
  // the register after it. Where what is asked is not so now, by a clear margin, or not defined, the
  // lower end is infinite and the upper one minus infinite.
  //
  // Where the price is below, or above, the first, by a margin.
  ORDER_PRICE_BELOW,
  ORDER_PRICE_ABOVE,
  // Where the value of the units is above a share of cash and units by less than the second, or misses
  // less than that to it; the first is ORDER_ODDS of the share. The margins are for the caller to add.
  ORDER_STOCK_BELOW,
  ORDER_STOCK_ABOVE,
  // Where first + second * price is below zero; the margin is for the caller to add.
  ORDER_BELOW_ZERO,
  // The stretch that covers two stretches around one price, and what they have in common.
  ORDER_UNION,
  ORDER_INTERSECTION,
};

// A step reads up to two registers and writes one, or a stretch of prices, which takes two.
struct order_step {
  int32_t operation;
  int32_t result;
  int32_t first;
  int32_t second;
};

// Registers that every account has; those of formulas come after.
enum order_register {
  // The price of this close.
  ORDER_CLOSE,
  // Copies of the account.
  ORDER_CASH,
  ORDER_UNITS,
  ORDER_LAST_FILL,
  ORDER_ENTRY_PRICE,
  // One over the units.
  ORDER_PER_UNIT,
  // Signed units that are to be filled.
  ORDER_WANTED,
  // Value of everything traded, commission, and fills.
  ORDER_TRADED,
  ORDER_FEES,
  ORDER_FILLS,
  // Terms of fills: commission of notional and an order; what prices are multiplied with to buy and
  // to sell; what units are a multiple of, zero for any; the largest position value, infinite for any.
  ORDER_COMMISSION,
  ORDER_FIXED,
  ORDER_BUYING,
  ORDER_SELLING,
  ORDER_LOT,
  ORDER_LARGEST,
  ORDER_FORMULAS
};

// Steps in a row.
struct order_steps {
  const struct order_step *steps;
  ptrdiff_t count;
};

// A part of a condition: the steps to it and its register. The whole condition must be exactly 1; a
// part of a conjunction holds unless it is 0 or undefined.
struct order_part {
  struct order_steps steps;
  int32_t place;
  bool is_whole;
};

// An order: the parts of its condition, each asked of the lanes on which those before it hold, and
// the steps to the units it wants, with their register.
struct order_formula {
  const struct order_part *parts;
  ptrdiff_t part_count;
  struct order_steps units;
  int32_t wanted;
};

// What is asked at a close outside the band.
struct order_rules {
  const struct order_formula *orders;
  ptrdiff_t order_count;
  // Steps after a fill.
  struct order_steps held;
  // Steps to the band and the register of its lower end; below zero, every close is outside.
  struct order_steps band;
  int32_t band_place;
};

// Tells the caller of masked lanes at a bar.
typedef void (*order_event)(void *context, uint32_t mask, ptrdiff_t bar);

// Runs a function that is no step for the vectors from `begin` to before `end`.
typedef void (*order_call)(void *context, int32_t function, ptrdiff_t begin, ptrdiff_t end);

// What the caller does.
struct order_caller {
  void *context;
  // Functions of ORDER_CALL.
  order_call call;
  // Brings what registers hold of a bar besides the close, before its rules are asked; may be null.
  order_event load;
  // Positions were opened, or closed.
  order_event opened, closed;
};

// Whether any lane rounds to lots, and whether any has a largest position value.
struct order_limits {
  bool has_lots, has_largest;
};

// Some lanes and their rules.
struct order_run {
  struct lanes lanes;
  // Register r of lane i is at registers[r * ORDER_LANES + i], aligned to 32 bytes.
  double *registers;
  struct order_rules rules;
  struct order_caller caller;
  // Opens of the bars where orders fill at the next open, null where they fill at the close.
  const double *open;
  struct order_limits limits;
  // Lanes whose order waits for the next open.
  uint32_t pending;
};

// Runs lanes over bars; no more than ORDER_LANES.
void order_lanes_run(struct order_run *run, struct lanes_bars bars);

// Asks the rules of the masked lanes at a bar, fills what they order or what waits for its open, and
// sets the bands.
void order_ask(struct order_run *run, uint32_t mask, ptrdiff_t bar, double close);

// Runs steps for all vectors of the lanes.
void order_steps_run(struct order_run *run, struct order_steps steps);

#endif
