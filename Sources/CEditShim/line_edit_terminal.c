#include <histedit.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "line_edit_parts.h"
#include "terminal_guard.h"
#include "terminal_signals.h"

void line_edit_hold_terminal(line_edit *editor) {
  int pastes = line_edit_is_emacs(editor->el);
  terminal_guard_begin(pastes);
  if (pastes) fputs("\033[?2004h", stdout);
  fflush(stdout);
}

void line_edit_release_terminal(line_edit *editor) {
  if (line_edit_is_emacs(editor->el)) fputs("\033[?2004l", stdout);
  fflush(stdout);
  terminal_guard_end();
}

void line_edit_suspend(line_edit *editor, int whole_group) {
  const LineInfoW *line = el_wline(editor->el);
  int below = line_edit_row(editor, line->lastchar) - line_edit_row(editor, line->cursor);
  if (below > 0) printf("\033[%dB", below);
  fputs("\r\n", stdout);
  el_set(editor->el, EL_PREP_TERM, 0);
  line_edit_release_terminal(editor);
  terminal_signals_end();
  if (whole_group) kill(0, SIGTSTP);
  else raise(SIGTSTP);
  // Here again after SIGCONT, or at once where no shell could continue the process.
  terminal_signals_begin();
  line_edit_take_terminal(editor);
}

void line_edit_take_terminal(line_edit *editor) {
  el_set(editor->el, EL_PREP_TERM, 0);
  line_edit_hold_terminal(editor);
  el_set(editor->el, EL_PREP_TERM, 1);
  el_resize(editor->el);
  fputs("\r\033[J", stdout);
  line_edit_end_output(editor);
}
