// SHA-256 of the system: libmd on Linux. macOS has CommonCrypto in its SDK instead.
#include <sys/types.h>
#include <sha2.h>

#include "sha_instructions.h"
