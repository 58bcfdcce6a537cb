#define _DEFAULT_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include "terminal_pager.h"
#include "terminal_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

extern char **environ;

// While the pager runs these are its own business.
static const int left_alone[] = {SIGINT, SIGQUIT, SIGPIPE};
enum { left_alone_count = sizeof left_alone / sizeof *left_alone };

// The environment with LESS; NULL without memory.
static char **environment_for_less(void) {
  size_t count = 0;
  while (environ[count]) count++;
  char **copy = malloc((count + 2) * sizeof *copy);
  if (!copy) return NULL;
  memcpy(copy, environ, count * sizeof *copy);
  if (!getenv("LESS")) copy[count++] = "LESS=FRX";
  copy[count] = NULL;
  return copy;
}

static int spawn_reader(const char *command, int input, pid_t *child) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t defaults;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawnattr_init(&attributes);
  sigemptyset(&defaults);
  // Not SIGQUIT: it would end the shell and leave the reader to fight for the terminal.
  sigaddset(&defaults, SIGINT);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  char *arguments[] = {"sh", "-c", (char *)command, NULL};
  char **environment = environment_for_less();
  int failure = environment ? posix_spawn(
      child, "/bin/sh", &actions, &attributes, arguments, environment) : ENOMEM;
  free(environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failure;
}

static void write_all(int descriptor, const char *text, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, text, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text += written;
    length -= (size_t)written;
  }
}

int terminal_pager_run(const char *command, const char *text, size_t length) {
  int ends[2], status = 0;
  if (pipe(ends) < 0) return -1;
  for (int i = 0; i < 2; i++) fcntl(ends[i], F_SETFD, FD_CLOEXEC);
  struct termios before;
  int is_terminal = tcgetattr(STDIN_FILENO, &before) == 0;
  struct sigaction previous[left_alone_count], ignore;
  memset(&ignore, 0, sizeof ignore);
  ignore.sa_handler = SIG_IGN;
  for (int i = 0; i < left_alone_count; i++) sigaction(left_alone[i], &ignore, &previous[i]);
  terminal_guard_begin(0);
  pid_t child;
  int failure = spawn_reader(command, ends[0], &child);
  close(ends[0]);
  if (!failure) write_all(ends[1], text, length);
  close(ends[1]);
  while (!failure && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (is_terminal) tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
  terminal_guard_end();
  for (int i = 0; i < left_alone_count; i++) sigaction(left_alone[i], &previous[i], NULL);
  if (failure) return -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
