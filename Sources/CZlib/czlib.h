// The compression library of the system (RFC 1950 to 1952).
#include <zlib.h>
