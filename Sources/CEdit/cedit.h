// histedit.h names FILE without declaring it.
#include <stdio.h>
#include <histedit.h>
