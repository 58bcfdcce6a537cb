// Runs many accounts whose orders are formulas, up to 32 side by side.
//
// A lane is an account of lanes.h. While the price stays inside its band none of its formulas can
// fire; at a price outside, the caller is asked once for all lanes of the bar, and runs its formulas
// as steps over registers. A register has a number a lane. Nothing here mixes lanes.
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

// Asks the caller about the masked lanes at a bar, whose close has left their bands.
typedef void (*order_event)(void *context, uint32_t mask, ptrdiff_t bar);

// Runs lanes over bars; no more than ORDER_LANES. Only their accounts are read.
void order_lanes_run(struct lanes lanes, struct lanes_bars bars, order_event event, void *context);

// Runs steps for the vectors from `begin` to before `end`.
//
// Register r of lane i is at registers[r * ORDER_LANES + i], aligned to 32 bytes.
void order_steps_run(
    const struct order_step *steps, ptrdiff_t count, double *registers, ptrdiff_t begin,
    ptrdiff_t end);

// Sets the bands of the masked lanes from a stretch of prices. A lane that owes money has none.
void order_set_bands(const double *registers, struct lanes lanes, int32_t stretch, uint32_t mask);

// The masked lanes on which a register holds: is 1, or where it is not a whole answer but a part of a
// conjunction, is defined and not 0.
uint32_t order_holding(const double *registers, int32_t place, uint32_t mask, bool is_answer);

// Copies a register of the masked lanes to ORDER_WANTED, where it is defined and not 0, and returns
// those lanes.
uint32_t order_take(double *registers, int32_t place, uint32_t mask);

// Lanes that traded, and those of them that held nothing before or hold nothing now.
struct order_fills {
  uint32_t traded;
  uint32_t opened;
  uint32_t closed;
};

// Fills ORDER_WANTED of the masked lanes at a price: cut to cash and units, to the largest position
// and to the lot.
struct order_fills order_fill(
    double *registers, struct lanes lanes, uint32_t mask, double price, bool has_lots);

#endif
