// What the parts of the line editor share.
#ifndef LINE_EDIT_PARTS_H
#define LINE_EDIT_PARTS_H

#include <histedit.h>
#include <wchar.h>

#include "line_edit.h"

enum { line_edit_queue_size = 16, line_edit_nothing_read = 2 };

struct line_edit {
  EditLine *el;
  History *history;
  line_edit_callbacks callbacks;
  char *prompt;
  char *line;
  int interrupted;
  mbstate_t decoding;
  // Characters of a key that were read and not given out yet.
  wchar_t queue[line_edit_queue_size];
  int queue_start, queue_end;
  int is_pasting;
};

static inline line_edit *editor_of(EditLine *el) {
  line_edit *editor = NULL;
  el_get(el, EL_CLIENTDATA, &editor);
  return editor;
}

// The row of a place in the line, counted from the row in which the prompt begins.
int line_edit_row(line_edit *editor, const wchar_t *place);

// EL_GETCFN: waits for a key, for a signal, or for another thread.
int line_edit_wait(EditLine *el, wchar_t *character);

// One character of a key from standard input: 1, 0 at the end, -1 after an error, or
// `line_edit_nothing_read` after a key that means nothing here.
int line_edit_read_key(line_edit *editor, wchar_t *character);
int line_edit_has_queued(line_edit *editor);

// Adds the editor's own functions and binds them; after ~/.editrc was read.
void line_edit_bind_keys(EditLine *el);

// Begins and ends the time in which the terminal is the editor's: bracketed paste, and what to
// restore when the process ends.
void line_edit_hold_terminal(line_edit *editor);
void line_edit_release_terminal(line_edit *editor);

// Ctrl-Z and SIGTSTP: stops the process, or with `whole_group` also those around it as the
// terminal itself would, and goes on with the line when it is continued.
void line_edit_suspend(line_edit *editor, int whole_group);

// After SIGCONT: the shell has used the terminal, so it is set up and the line drawn anew.
void line_edit_take_terminal(line_edit *editor);

// Whether keys are Emacs'. In vi mode a binding that starts with Escape would keep Escape from
// leaving insert mode, so there is no bracketed paste.
int line_edit_is_emacs(EditLine *el);

#endif
