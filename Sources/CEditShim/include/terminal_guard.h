// Gives the terminal back as it was, whatever ends the process.
#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

// Handles, once for the process, the signals that end it: a crash, SIGTERM, SIGHUP, SIGQUIT. The
// terminal is restored with calls that are safe in a handler; then the signal ends the process by
// default. Of stacks that overflow, only that of the calling thread is covered.
void terminal_guard_install(void);

// The terminal is about to leave the state it is in; `pastes` if bracketed paste is switched on.
void terminal_guard_begin(int pastes);
// The terminal is in that state again.
void terminal_guard_end(void);

// Whether a status line stands on standard error that should not be left there. Returns 0 where
// the process is ending and nothing should be drawn any more.
int terminal_guard_set_status_line(int stands);

#endif
