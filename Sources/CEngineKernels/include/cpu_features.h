// Which instructions the machine has, asked once.
//
// Every kernel gives the same bits with and without them; only its speed differs.
#ifndef CPU_FEATURES_H
#define CPU_FEATURES_H

#include <stdbool.h>

// Whether kernels use AVX2: the machine has it, and it is not switched off.
bool kernels_use_avx2(void);

// Makes kernels called on this thread take the portable path, or what the machine has again. For
// tests and measurements.
void kernels_force_portable(bool portable);

#endif
