// sigaltstack is X/Open.
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include "terminal_guard.h"

#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGSEGV, SIGABRT, SIGILL,  SIGTRAP, SIGBUS, SIGFPE,
                            SIGSYS,  SIGXCPU, SIGALRM, SIGUSR1, SIGUSR2,
                            SIGQUIT, SIGTERM, SIGHUP};
enum { fatal_count = sizeof fatal / sizeof *fatal };

static struct termios before;
static atomic_int is_changed, pastes_now, status_line_stands, is_ending;

static void say(int descriptor, const char *text) {
  ssize_t written = write(descriptor, text, strlen(text));
  (void)written;
}

static void restore_terminal(void) {
  is_ending = 1;
  if (atomic_exchange(&status_line_stands, 0)) say(STDERR_FILENO, "\r\033[J");
  if (!atomic_exchange(&is_changed, 0)) return;
  say(STDOUT_FILENO, pastes_now ? "\033[?2004l\r\n" : "\r\n");
  tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

// The process then ends as it would have without Plateau: a report that waits for a key, as Swift's
// runtime gives on a developer's machine, is no way out for a user. A fault comes again by itself,
// from the same instruction; a signal that was sent is sent once more.
static void on_fatal(int number, siginfo_t *info, void *context) {
  (void)context;
  restore_terminal();
  signal(number, SIG_DFL);
  int is_fault = number == SIGSEGV || number == SIGBUS || number == SIGILL || number == SIGFPE;
  if (!is_fault || info->si_code <= 0) raise(number);
}

void terminal_guard_install(void) {
  static int is_installed;
  static char stack[64 << 10];
  if (is_installed) return;
  is_installed = 1;
  // A stack that has overflowed cannot carry a handler; a spare one belongs to one thread only.
  stack_t spare = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&spare, NULL);
  for (int i = 0; i < fatal_count; i++) {
    struct sigaction action, previous;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_fatal;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    sigaction(fatal[i], NULL, &previous);
    // Ignored signals stay ignored: nohup asks for that.
    if (previous.sa_handler != SIG_IGN) sigaction(fatal[i], &action, NULL);
  }
}

void terminal_guard_begin(int pastes) {
  // A signal that comes while `before` is written must not restore half of it.
  is_changed = 0;
  if (tcgetattr(STDIN_FILENO, &before) < 0) return;
  pastes_now = pastes;
  is_changed = 1;
}

void terminal_guard_end(void) { is_changed = 0; }

int terminal_guard_set_status_line(int stands) {
  status_line_stands = stands;
  return !is_ending;
}
