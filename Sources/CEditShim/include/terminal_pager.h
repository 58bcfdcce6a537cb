// Shows a text through a program of the user's choice.
#ifndef TERMINAL_PAGER_H
#define TERMINAL_PAGER_H

#include <stddef.h>

// Runs `/bin/sh -c command` with the text on its standard input, and waits for its end. It has the
// terminal and its signals to itself; a reader who leaves early is no error. LESS is FRX unless
// set. Afterwards the terminal is as it was.
//
// Returns the exit status, 128 more than the number of a signal, or -1 where it cannot be started.
int terminal_pager_run(const char *command, const char *text, size_t length);

#endif
