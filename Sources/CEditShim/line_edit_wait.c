#include <errno.h>
#include <histedit.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "line_edit_parts.h"
#include "terminal_signals.h"

// Gives the terminal back as it was, then lets the signal do what it does.
static void die_of(line_edit *editor, int number) {
  fputs("\033[?2004l\r\n", stdout);
  fflush(stdout);
  el_set(editor->el, EL_PREP_TERM, 0);
  terminal_signals_end();
  raise(number);
}

static void handle_wake(line_edit *editor) {
  terminal_signals_drain();
  int fatal = terminal_signals_take_fatal();
  if (fatal) die_of(editor, fatal);
  if (terminal_signals_take_resize()) {
    line_edit_begin_output(editor);
    fflush(stdout);
    el_resize(editor->el);
    line_edit_end_output(editor);
  }
  editor->callbacks.wake(editor->callbacks.context);
}

// One character from standard input: 1, or 0 at the end and -1 after an error.
static int read_character(line_edit *editor, wchar_t *character) {
  for (;;) {
    char byte;
    ssize_t count = read(STDIN_FILENO, &byte, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return (int)count;
    size_t length = mbrtowc(character, &byte, 1, &editor->decoding);
    if (length == (size_t)-2) continue;  // further bytes follow
    if (length == (size_t)-1) {
      memset(&editor->decoding, 0, sizeof editor->decoding);
      *character = L'?';
    }
    return 1;
  }
}

int line_edit_wait(EditLine *el, wchar_t *character) {
  line_edit *editor = editor_of(el);
  struct pollfd input = {STDIN_FILENO, POLLIN, 0};
  // libedit 3.1 misdraws lines of several rows after an insertion; draw such a line anew once
  // nothing more is waiting to be read.
  if (poll(&input, 1, 0) == 0 && line_edit_row(editor, el_wline(el)->lastchar) > 0) {
    line_edit_begin_output(editor);
    line_edit_end_output(editor);
  }
  for (;;) {
    struct pollfd ready[2] = {
        {STDIN_FILENO, POLLIN, 0}, {terminal_signals_descriptor(), POLLIN, 0}};
    if (poll(ready, 2, -1) < 0) {
      if (errno == EINTR) continue;
      return -1;
    }
    if (ready[1].revents & POLLIN) handle_wake(editor);
    if (ready[0].revents) return read_character(editor, character);
  }
}
