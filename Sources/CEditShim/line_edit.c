#include "line_edit.h"

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "line_edit_parts.h"
#include "terminal_signals.h"

static char *prompt_of(EditLine *el) { return editor_of(el)->prompt; }

int line_edit_use_utf8(void) {
  static const char *const fallbacks[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};
  setlocale(LC_CTYPE, "");
  for (size_t i = 0; strcmp(nl_langinfo(CODESET), "UTF-8"); i++) {
    if (i == sizeof fallbacks / sizeof *fallbacks) return 0;
    setlocale(LC_CTYPE, fallbacks[i]);
  }
  return 1;
}

line_edit *line_edit_create(const char *program, line_edit_callbacks callbacks) {
  if (terminal_signals_open() < 0) return NULL;
  line_edit *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->callbacks = callbacks;
  editor->prompt = strdup("");
  editor->history = history_init();
  editor->el = el_init(program, stdin, stdout, stderr);
  if (!editor->prompt || !editor->history || !editor->el) {
    line_edit_destroy(editor);
    return NULL;
  }
  EditLine *el = editor->el;
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, 10000);
  history(editor->history, &event, H_SETUNIQUE, 1);
  el_set(el, EL_CLIENTDATA, editor);
  el_set(el, EL_HIST, history, editor->history);
  el_set(el, EL_PROMPT_ESC, prompt_of, '\1');
  el_wset(el, EL_GETCFN, line_edit_wait);
  el_set(el, EL_EDITOR, "emacs");
  el_source(el, NULL);  // before our keys: `bind -v` there resets the map
  line_edit_bind_keys(el);
  return editor;
}

void line_edit_destroy(line_edit *editor) {
  if (editor->el) el_end(editor->el);
  if (editor->history) history_end(editor->history);
  free(editor->prompt);
  free(editor->line);
  free(editor);
}

line_edit_result line_edit_read(line_edit *editor, const char *prompt, const char **line) {
  char *copy = strdup(prompt);
  if (!copy) return LINE_EDIT_END;
  free(editor->prompt);
  editor->prompt = copy;
  editor->interrupted = 0;
  int count = 0;
  el_resize(editor->el);  // the window may have changed while a command ran
  terminal_signals_begin();
  line_edit_hold_terminal(editor);
  const char *text = el_gets(editor->el, &count);
  // A copy, because libedit's next answer takes the same place.
  free(editor->line);
  editor->line = text && count > 0 ? strdup(text) : NULL;
  line_edit_release_terminal(editor);
  terminal_signals_end();
  if (editor->interrupted) return LINE_EDIT_INTERRUPTED;
  if (!editor->line) {
    fputs("\r\n", stdout);
    return LINE_EDIT_END;
  }
  size_t length = strlen(editor->line);
  if (length > 0 && editor->line[length - 1] == '\n') editor->line[length - 1] = 0;
  *line = editor->line;
  return LINE_EDIT_LINE;
}

void line_edit_remember(line_edit *editor, const char *entry) {
  HistEvent event;
  history(editor->history, &event, H_ENTER, entry);
}

const char *line_edit_text(line_edit *editor, int *length, int *cursor) {
  const LineInfo *line = el_line(editor->el);
  *length = (int)(line->lastchar - line->buffer);
  *cursor = (int)(line->cursor - line->buffer);
  return line->buffer;
}

void line_edit_replace(line_edit *editor, int before, int after, const char *text) {
  if (after > 0) el_cursor(editor->el, after);
  if (before + after > 0) el_deletestr(editor->el, before + after);
  if (*text) el_insertstr(editor->el, text);
}
