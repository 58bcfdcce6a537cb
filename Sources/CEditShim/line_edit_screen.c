// wcwidth is X/Open, struct winsize is not.
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include <histedit.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "line_edit_parts.h"

static int terminal_columns(void) {
  struct winsize size;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

// Moves `column` and `row` past one character as the terminal draws it.
static void advance(wchar_t character, int columns, int *row, int *column) {
  if (character == L'\n') {
    *row += 1;
    *column = 0;
    return;
  }
  int width = character == L'\t' ? 8 - *column % 8 : wcwidth(character);
  if (width < 0) width = 2;  // drawn as ^X
  if (*column + width > columns) {
    *row += 1;
    *column = 0;
  }
  *column += width;
  if (*column == columns) {
    *row += 1;
    *column = 0;
  }
}

int line_edit_row(line_edit *editor, const wchar_t *place) {
  int columns = terminal_columns(), row = 0, column = 0, hidden = 0;
  mbstate_t state = {0};
  const char *next = editor->prompt, *end = next + strlen(next);
  while (next < end) {
    wchar_t character;
    size_t length = mbrtowc(&character, next, (size_t)(end - next), &state);
    if (length == 0 || length > (size_t)(end - next)) break;
    if (character == L'\1') hidden = !hidden;
    else if (!hidden) advance(character, columns, &row, &column);
    next += length;
  }
  for (const wchar_t *c = el_wline(editor->el)->buffer; c < place; c++) {
    advance(*c, columns, &row, &column);
  }
  return row;
}

void line_edit_begin_output(line_edit *editor) {
  int up = line_edit_row(editor, el_wline(editor->el)->cursor);
  if (up > 0) printf("\033[%dA", up);
  fputs("\r\033[J", stdout);
}

void line_edit_end_output(line_edit *editor) {
  fflush(stdout);
  el_set(editor->el, EL_REFRESH);
  fflush(stdout);
}
