// A line editor on libedit, in the few calls that Swift needs.
//
// libedit's own el_set, el_get and history are variadic, which Swift cannot call. All functions
// belong to the one thread that reads lines. Texts are UTF-8.
#ifndef LINE_EDIT_H
#define LINE_EDIT_H

typedef struct line_edit line_edit;

// How a read ended.
typedef enum {
  LINE_EDIT_LINE,
  LINE_EDIT_INTERRUPTED,
  LINE_EDIT_END,
} line_edit_result;

// What the editor calls while a line is read; each is given the context of line_edit_create.
typedef struct {
  void *context;
  // Tab was pressed.
  void (*complete)(void *context);
  // terminal_signals_wake was called.
  void (*wake)(void *context);
} line_edit_callbacks;

// Chooses a locale with UTF-8, the user's where it is one. Returns 0 where there is none; then
// prompts must be ASCII.
int line_edit_use_utf8(void);

// Opens an editor on standard input and output and reads ~/.editrc; NULL where that fails.
line_edit *line_edit_create(const char *program, line_edit_callbacks callbacks);
void line_edit_destroy(line_edit *editor);

// Reads a line. In the prompt, escape sequences stand between \1 and \1. The line, without its
// line feed, is valid until the next read.
line_edit_result line_edit_read(line_edit *editor, const char *prompt, const char **line);

// Adds an entry that the arrow keys and Ctrl-R find; it may have several lines.
void line_edit_remember(line_edit *editor, const char *entry);

// The line being edited and, in bytes, its length and the place of the cursor.
const char *line_edit_text(line_edit *editor, int *length, int *cursor);

// Puts a text in place of characters (code points) before and after the cursor.
void line_edit_replace(line_edit *editor, int before, int after, const char *text);

// Between these two, standard output is free: the line is erased, then drawn again below.
void line_edit_begin_output(line_edit *editor);
void line_edit_end_output(line_edit *editor);

#endif
