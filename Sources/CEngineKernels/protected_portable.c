#include "protected_variants.h"

#define PROTECTED protected_portable
#include "protected_body.h"
