// Signals that concern the terminal, as flags and as bytes in a pipe that a poll can wait for.
#ifndef TERMINAL_SIGNALS_H
#define TERMINAL_SIGNALS_H

// Opens the pipe, once for the process; -1 where that fails.
int terminal_signals_open(void);

// While a line is edited: SIGWINCH, SIGTERM and SIGHUP set flags and wake the poll.
void terminal_signals_begin(void);
void terminal_signals_end(void);

// The end of the pipe to wait at, and the other one: any thread may wake.
int terminal_signals_descriptor(void);
void terminal_signals_wake(void);
void terminal_signals_drain(void);

// What came since last asked: the number of a signal that ends the process, or 0; a new size.
int terminal_signals_take_fatal(void);
int terminal_signals_take_resize(void);

// While a command runs: SIGINT sets a flag that the command asks for between pieces of work.
void interrupt_begin(void);
void interrupt_end(void);
void interrupt_ignore(void);
int interrupt_is_requested(void);

#endif
