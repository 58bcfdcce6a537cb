#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "line_edit_parts.h"

// Within this time the bytes of one key follow each other; a person is slower.
enum { key_milliseconds = 25 };

static int waits_for_input(int milliseconds) {
  struct pollfd input = {STDIN_FILENO, POLLIN, 0};
  return poll(&input, 1, milliseconds) > 0;
}

// One character of UTF-8: 1, or 0 at the end and -1 after an error. What is no UTF-8 becomes '?'
// and takes no further character with it.
static int decode(line_edit *editor, wchar_t *character) {
  int follows = 0;
  for (;;) {
    char byte;
    ssize_t count = read(STDIN_FILENO, &byte, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return (int)count;
    size_t length = mbrtowc(character, &byte, 1, &editor->decoding);
    if (length == (size_t)-2) {
      follows = 1;
      continue;
    }
    if (length != (size_t)-1) return 1;
    memset(&editor->decoding, 0, sizeof editor->decoding);
    *character = L'?';
    // The byte that broke a character off may begin one itself.
    if (follows && (unsigned char)byte < 0x80 && editor->queue_end < line_edit_queue_size) {
      editor->queue[editor->queue_end++] = (wchar_t)(unsigned char)byte;
    }
    return 1;
  }
}

static void enqueue(line_edit *editor, const wchar_t *text) {
  while (*text && editor->queue_end < line_edit_queue_size) {
    editor->queue[editor->queue_end++] = *text++;
  }
}

// A key of the terminal as one that the key map knows; nothing for a key that means nothing here.
static const wchar_t *known_key(const char *body, char final, int is_emacs) {
  static wchar_t plain[4];
  // Home, End and the arrows with Shift, Alt or Ctrl: `1;5D`, in some terminals `5D`.
  const char *modifier = strchr(body, ';');
  int is_held = modifier ? atoi(modifier + 1) > 2 : *body == '5' || *body == '3';
  if (strchr("ABCDHF", final)) {
    if (is_held && is_emacs && final == 'C') return L"\033f";
    if (is_held && is_emacs && final == 'D') return L"\033b";
    plain[0] = L'\033';
    plain[1] = L'[';
    plain[2] = (wchar_t)final;
    return plain;
  }
  if (final != '~') return L"";
  if (!strcmp(body, "1") || !strcmp(body, "7")) return L"\033[H";
  if (!strcmp(body, "4") || !strcmp(body, "8")) return L"\033[F";
  if (!strcmp(body, "3")) return L"\033[3~";
  if (!strcmp(body, "200") && is_emacs) return L"\033[200~";
  return L"";
}

// The rest of `Escape [ … final`; what stands in it is read here so that nothing of a key that is
// not known is left on the line.
static void take_sequence(line_edit *editor) {
  char body[32];
  size_t length = 0;
  wchar_t next;
  while (waits_for_input(key_milliseconds) && decode(editor, &next) == 1) {
    if (next >= 0x40 && next <= 0x7e) {
      body[length] = 0;
      enqueue(editor, known_key(body, (char)next, line_edit_is_emacs(editor->el)));
      return;
    }
    if (next < 0x20 || next > 0x7e) return;
    if (length + 1 < sizeof body) body[length++] = (char)next;
  }
}

static int take_queued(line_edit *editor, wchar_t *character) {
  if (editor->queue_start == editor->queue_end) return 0;
  *character = editor->queue[editor->queue_start++];
  if (editor->queue_start == editor->queue_end) editor->queue_start = editor->queue_end = 0;
  return 1;
}

int line_edit_has_queued(line_edit *editor) { return editor->queue_start < editor->queue_end; }

int line_edit_read_key(line_edit *editor, wchar_t *character) {
  if (take_queued(editor, character)) return 1;
  int count = decode(editor, character);
  // What is pasted is text, whatever stands in it.
  if (count != 1 || *character != L'\033' || editor->is_pasting) return count;
  if (!waits_for_input(key_milliseconds)) return 1;
  wchar_t next;
  if (decode(editor, &next) != 1) return 1;
  if (next != L'[') {
    const wchar_t alone[] = {next, 0};
    enqueue(editor, alone);
    return 1;
  }
  take_sequence(editor);
  return take_queued(editor, character) ? 1 : line_edit_nothing_read;
}
