#include "compounding_variants.h"

#define BOOK book_portable
#include "compounding_body.h"
