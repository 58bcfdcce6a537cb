#include "terminal_signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static int ends[2] = {-1, -1};
// Handlers run on any thread.
static atomic_int resized, suspended, continued, interrupted;

static const int watched[] = {SIGWINCH, SIGTSTP, SIGCONT};
enum { watched_count = sizeof watched / sizeof *watched };
static struct sigaction previous[watched_count], previous_interrupt;

int terminal_signals_open(void) {
  if (ends[0] >= 0) return 0;
  if (pipe(ends) < 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  return 0;
}

int terminal_signals_descriptor(void) { return ends[0]; }

// A full pipe wakes as well, so a byte that does not fit is no loss.
void terminal_signals_wake(void) {
  int kept = errno;
  ssize_t written = write(ends[1], "", 1);
  (void)written;
  errno = kept;
}

void terminal_signals_drain(void) {
  char bytes[64];
  while (read(ends[0], bytes, sizeof bytes) > 0) {
  }
}

static void on_signal(int number) {
  if (number == SIGWINCH) resized = 1;
  else if (number == SIGTSTP) suspended = 1;
  else continued = 1;
  terminal_signals_wake();
}

static void on_interrupt(int number) {
  (void)number;
  interrupted = 1;
}

static void watch(int number, void (*handler)(int), struct sigaction *before) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, before);
}

void terminal_signals_begin(void) {
  for (int i = 0; i < watched_count; i++) watch(watched[i], on_signal, &previous[i]);
}

void terminal_signals_end(void) {
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &previous[i], NULL);
}

int terminal_signals_take_resize(void) { return atomic_exchange(&resized, 0); }

int terminal_signals_take_suspend(void) { return atomic_exchange(&suspended, 0); }

int terminal_signals_take_continue(void) { return atomic_exchange(&continued, 0); }

void interrupt_begin(void) {
  interrupted = 0;
  watch(SIGINT, on_interrupt, &previous_interrupt);
}

void interrupt_ignore(void) { signal(SIGINT, SIG_IGN); }

void interrupt_end(void) { sigaction(SIGINT, &previous_interrupt, NULL); }

int interrupt_is_requested(void) { return interrupted; }
