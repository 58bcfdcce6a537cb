// Vectors of four doubles in the compiler's own notation; included once in each variant.

#include <stdint.h>

// Every function with vectors in its signature is inlined or private to its file, so it does not
// matter how the platform would pass them.
#pragma clang diagnostic ignored "-Wpsabi"

typedef double real4 __attribute__((vector_size(32)));
typedef int64_t mask4 __attribute__((vector_size(32)));

#define INLINED static inline __attribute__((always_inline))
#define NOT_INLINED static __attribute__((noinline))

INLINED real4 lanes_all(double value) { return (real4){value, value, value, value}; }

INLINED real4 lanes_choose(mask4 where, real4 a, real4 b) {
  return (real4)((where & (mask4)a) | (~where & (mask4)b));
}

INLINED real4 lanes_where(mask4 where, real4 a) { return (real4)(where & (mask4)a); }

INLINED real4 lanes_size(real4 a) { return (real4)((mask4)a & INT64_MAX); }
