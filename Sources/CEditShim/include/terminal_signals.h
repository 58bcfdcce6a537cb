// Signals that concern the terminal, as flags and as bytes in a pipe that a poll can wait for.
#ifndef TERMINAL_SIGNALS_H
#define TERMINAL_SIGNALS_H

// Opens the pipe, once for the process; -1 where that fails.
int terminal_signals_open(void);

// While a line is edited: SIGWINCH, SIGTSTP and SIGCONT set flags and wake the poll.
void terminal_signals_begin(void);
void terminal_signals_end(void);

// The end of the pipe to wait at, and the other one: any thread may wake.
int terminal_signals_descriptor(void);
void terminal_signals_wake(void);
void terminal_signals_drain(void);

// What came since last asked: a new size, a wish to suspend, a return to the foreground.
int terminal_signals_take_resize(void);
int terminal_signals_take_suspend(void);
int terminal_signals_take_continue(void);

// While a command runs: SIGINT sets a flag that the command asks for between pieces of work.
void interrupt_begin(void);
void interrupt_end(void);
void interrupt_ignore(void);
int interrupt_is_requested(void);

#endif
