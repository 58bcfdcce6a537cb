// What the parts of the line editor share.
#ifndef LINE_EDIT_PARTS_H
#define LINE_EDIT_PARTS_H

#include <histedit.h>
#include <wchar.h>

#include "line_edit.h"

struct line_edit {
  EditLine *el;
  History *history;
  line_edit_callbacks callbacks;
  char *prompt;
  char *line;
  int interrupted;
  mbstate_t decoding;
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

// Adds the editor's own functions and binds them; after ~/.editrc was read.
void line_edit_bind_keys(EditLine *el);

// Whether keys are Emacs'. In vi mode a binding that starts with Escape would keep Escape from
// leaving insert mode, so there is no bracketed paste.
int line_edit_is_emacs(EditLine *el);

#endif
