#include "lanes.h"

#include "cpu_features.h"
#include "lanes_variants.h"

void lanes_run(struct lanes lanes, struct lanes_bars bars, lanes_exact exact, void *context) {
  if (kernels_use_avx2())
    lanes_run_avx2(lanes, bars, exact, context);
  else
    lanes_run_portable(lanes, bars, exact, context);
}
