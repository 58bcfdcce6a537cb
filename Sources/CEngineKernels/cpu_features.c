#include "cpu_features.h"

static _Thread_local bool forced_portable = false;

bool kernels_use_avx2(void) {
#if defined(__x86_64__)
  return !forced_portable && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
#else
  return false;
#endif
}

void kernels_force_portable(bool portable) { forced_portable = portable; }
