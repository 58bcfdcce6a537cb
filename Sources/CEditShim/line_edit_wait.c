#include <errno.h>
#include <histedit.h>
#include <poll.h>
#include <stdio.h>
#include <unistd.h>
#include <wchar.h>

#include "line_edit_parts.h"
#include "terminal_signals.h"

static void handle_wake(line_edit *editor) {
  terminal_signals_drain();
  if (terminal_signals_take_suspend()) line_edit_suspend(editor, 0);
  if (terminal_signals_take_continue()) line_edit_take_terminal(editor);
  if (terminal_signals_take_resize()) {
    line_edit_begin_output(editor);
    fflush(stdout);
    el_resize(editor->el);
    line_edit_end_output(editor);
  }
  editor->callbacks.wake(editor->callbacks.context);
}

// A paste whose end does not come is over after this time.
enum { paste_milliseconds = 2000 };

int line_edit_wait(EditLine *el, wchar_t *character) {
  line_edit *editor = editor_of(el);
  if (line_edit_has_queued(editor)) return line_edit_read_key(editor, character);
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
    int count = poll(ready, 2, editor->is_pasting ? paste_milliseconds : -1);
    if (count == 0) return 0;
    if (count < 0) {
      if (errno == EINTR) continue;
      return -1;
    }
    if (ready[1].revents & POLLIN) handle_wake(editor);
    if (!ready[0].revents) continue;
    int result = line_edit_read_key(editor, character);
    if (result != line_edit_nothing_read) return result;
  }
}
