// The innermost loops of the engine, in the few functions that Swift calls.
#ifndef CENGINEKERNELS_H
#define CENGINEKERNELS_H

#include "compounding.h"
#include "cpu_features.h"
#include "crossings.h"
#include "exit_lanes.h"
#include "lanes.h"
#include "order_lanes.h"
#include "protected.h"

#endif
