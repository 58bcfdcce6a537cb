#include "exit_lanes_variants.h"

#define EXIT_LANES exit_lanes_portable
#include "exit_lanes_body.h"
