#include <histedit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "line_edit_parts.h"

static unsigned char on_interrupt(EditLine *el, int key) {
  (void)key;
  line_edit *editor = editor_of(el);
  const LineInfoW *line = el_wline(el);
  line_edit_begin_output(editor);
  el_cursor(el, (int)(line->lastchar - line->cursor));
  line_edit_end_output(editor);
  // In vi's command mode the cursor stays on the last character.
  if (el_wline(el)->cursor < el_wline(el)->lastchar) fputs("\033[C", stdout);
  fputs("^C\r\n", stdout);
  editor->interrupted = 1;
  return CC_NEWLINE;
}

static unsigned char on_suspend(EditLine *el, int key) {
  (void)key;
  line_edit_suspend(editor_of(el), 1);
  return CC_NORM;
}

static unsigned char on_tab(EditLine *el, int key) {
  (void)key;
  line_edit *editor = editor_of(el);
  editor->callbacks.complete(editor->callbacks.context);
  return CC_REFRESH;
}

// Inserts what is pasted up to the closing mark. Line breaks stay, other control characters go.
static unsigned char on_paste(EditLine *el, int key) {
  (void)key;
  line_edit *editor = editor_of(el);
  static const wchar_t mark[] = L"\033[201~";
  const size_t mark_length = sizeof mark / sizeof *mark - 1;
  size_t capacity = 256, length = 0, kept = 0;
  wchar_t *text = malloc(capacity * sizeof *text), character;
  editor->is_pasting = 1;
  while (text && el_wgetc(el, &character) == 1) {
    text[length++] = character;
    if (length >= mark_length && !wmemcmp(text + length - mark_length, mark, mark_length)) {
      length -= mark_length;
      break;
    }
    if (length + 1 < capacity) continue;
    wchar_t *larger = realloc(text, (capacity *= 2) * sizeof *text);
    if (!larger) break;
    text = larger;
  }
  editor->is_pasting = 0;
  if (!text) return CC_ERROR;
  for (size_t i = 0; i < length; i++) {
    wchar_t next = text[i];
    if (next == L'\r') next = i + 1 < length && text[i + 1] == L'\n' ? 0 : L'\n';
    if (next >= L' ' || next == L'\n' || next == L'\t') text[kept++] = next;
  }
  while (kept > 0 && text[kept - 1] == L'\n') kept--;
  text[kept] = 0;
  int failed = kept > 0 && el_winsertstr(el, text) < 0;
  free(text);
  return failed ? CC_ERROR : CC_REFRESH;
}

int line_edit_is_emacs(EditLine *el) {
  const char *mode = NULL;
  return el_get(el, EL_EDITOR, &mode) == 0 && mode && !strcmp(mode, "emacs");
}

void line_edit_bind_keys(EditLine *el) {
  el_set(el, EL_ADDFN, "plateau-interrupt", "Cancel the line", on_interrupt);
  el_set(el, EL_ADDFN, "plateau-complete", "Complete the word", on_tab);
  el_set(el, EL_ADDFN, "plateau-paste", "Insert pasted text", on_paste);
  el_set(el, EL_ADDFN, "plateau-suspend", "Stop the process", on_suspend);
  // In the editor Ctrl-C and Ctrl-Z are keys; while a command runs they are signals.
  el_set(el, EL_SETTY, "-d", "-isig", NULL);
  el_set(el, EL_BIND, "^C", "plateau-interrupt", NULL);
  el_set(el, EL_BIND, "-a", "^C", "plateau-interrupt", NULL);
  el_set(el, EL_BIND, "^Z", "plateau-suspend", NULL);
  el_set(el, EL_BIND, "-a", "^Z", "plateau-suspend", NULL);
  el_set(el, EL_BIND, "^I", "plateau-complete", NULL);
  el_set(el, EL_BIND, "^R", "em-inc-search-prev", NULL);
  if (line_edit_is_emacs(el)) el_set(el, EL_BIND, "\\e[200~", "plateau-paste", NULL);
}
