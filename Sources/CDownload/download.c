#include "download.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "libcurl.h"

// What the callbacks of one transfer share.
struct transfer {
  const struct plateau_download_request *request;
  struct plateau_download_response *response;
  size_t capacity;
};

static size_t receive_body(char *data, size_t size, size_t count, void *context) {
  struct transfer *transfer = context;
  struct plateau_download_response *response = transfer->response;
  const size_t limit = transfer->request->byte_limit;
  const size_t added = size * count;
  if (added > limit - response->count) {
    response->outcome = PLATEAU_DOWNLOAD_TOO_LARGE;
    return 0;
  }
  if (response->count + added > transfer->capacity) {
    size_t capacity = transfer->capacity * 2 + added;
    if (capacity > limit) capacity = limit;
    unsigned char *bytes = realloc(response->bytes, capacity);
    if (bytes == NULL) {
      response->outcome = PLATEAU_DOWNLOAD_NO_MEMORY;
      return 0;
    }
    response->bytes = bytes;
    transfer->capacity = capacity;
  }
  memcpy(response->bytes + response->count, data, added);
  response->count += added;
  return added;
}

// Copies the value of a header line when the line has the given name; too long a value is none.
static void take_field(const char *line, size_t length, const char *name, char *value,
                       size_t room) {
  const size_t name_length = strlen(name);
  if (length < name_length || strncasecmp(line, name, name_length) != 0) return;
  const char *start = line + name_length;
  const char *end = line + length;
  while (start < end && isspace((unsigned char)*start)) start++;
  while (end > start && isspace((unsigned char)end[-1])) end--;
  const size_t count = (size_t)(end - start);
  if (count >= room || memchr(start, 0, count) != NULL) return;
  memcpy(value, start, count);
  value[count] = 0;
}

static size_t receive_header(char *data, size_t size, size_t count, void *context) {
  struct plateau_download_response *response = ((struct transfer *)context)->response;
  const size_t length = size * count;
  if (length >= 5 && strncmp(data, "HTTP/", 5) == 0) {
    // The answer after a redirection begins anew.
    response->etag[0] = 0;
    response->modified[0] = 0;
    response->count = 0;
  }
  take_field(data, length, "etag:", response->etag, sizeof response->etag);
  take_field(data, length, "last-modified:", response->modified, sizeof response->modified);
  return length;
}

static int report_progress(void *context, double total, double now, double sent_total,
                           double sent) {
  const struct plateau_download_request *request = ((struct transfer *)context)->request;
  (void)total, (void)now, (void)sent_total, (void)sent;
  return request->is_cancelled != NULL && request->is_cancelled(request->context) != 0;
}

static void set_options(const struct libcurl *curl, void *handle, struct transfer *transfer,
                        struct curl_slist *headers, char *error) {
  const struct plateau_download_request *request = transfer->request;
  curl->easy_setopt(handle, CURL_URL, request->url);
  curl->easy_setopt(handle, CURL_PROTOCOLS, (long)CURL_HTTP_AND_HTTPS);
  curl->easy_setopt(handle, CURL_REDIRECT_PROTOCOLS, (long)CURL_HTTP_AND_HTTPS);
  curl->easy_setopt(handle, CURL_FOLLOW_LOCATION, 1L);
  curl->easy_setopt(handle, CURL_MAX_REDIRECTS, request->redirect_limit);
  curl->easy_setopt(handle, CURL_CONNECT_TIMEOUT, request->connect_seconds);
  curl->easy_setopt(handle, CURL_LOW_SPEED_LIMIT, 1L);
  curl->easy_setopt(handle, CURL_LOW_SPEED_TIME, request->stalled_seconds);
  curl->easy_setopt(handle, CURL_TIMEOUT, request->total_seconds);
  curl->easy_setopt(handle, CURL_NO_SIGNAL, 1L);
  curl->easy_setopt(handle, CURL_USER_AGENT, "plateau");
  // Every encoding that the library can undo; the limit counts what comes out of it.
  curl->easy_setopt(handle, CURL_ACCEPT_ENCODING, "");
  curl->easy_setopt(handle, CURL_HTTP_HEADER, headers);
  curl->easy_setopt(handle, CURL_ERROR_BUFFER, error);
  curl->easy_setopt(handle, CURL_WRITE_FUNCTION, receive_body);
  curl->easy_setopt(handle, CURL_WRITE_DATA, transfer);
  curl->easy_setopt(handle, CURL_HEADER_FUNCTION, receive_header);
  curl->easy_setopt(handle, CURL_HEADER_DATA, transfer);
  curl->easy_setopt(handle, CURL_PROGRESS_FUNCTION, report_progress);
  curl->easy_setopt(handle, CURL_PROGRESS_DATA, transfer);
  curl->easy_setopt(handle, CURL_NO_PROGRESS, 0L);
}

static enum plateau_download_outcome outcome_of(int code) {
  switch (code) {
    case CURL_OK: return PLATEAU_DOWNLOAD_DONE;
    case CURL_TIMED_OUT: return PLATEAU_DOWNLOAD_TIMED_OUT;
    case CURL_ABORTED: return PLATEAU_DOWNLOAD_CANCELLED;
    case CURL_TOO_MANY_REDIRECTS: return PLATEAU_DOWNLOAD_TOO_MANY_REDIRECTS;
    default: return PLATEAU_DOWNLOAD_FAILED;
  }
}

void plateau_download(const struct plateau_download_request *request,
                      struct plateau_download_response *response) {
  memset(response, 0, sizeof *response);
  const struct libcurl *curl = plateau_libcurl();
  if (curl == NULL) {
    response->outcome = PLATEAU_DOWNLOAD_NO_LIBRARY;
    return;
  }
  void *handle = curl->easy_init();
  if (handle == NULL) {
    response->outcome = PLATEAU_DOWNLOAD_NO_MEMORY;
    return;
  }
  struct curl_slist *headers = NULL;
  for (size_t index = 0; index < sizeof request->headers / sizeof *request->headers; index++) {
    if (request->headers[index] == NULL) continue;
    struct curl_slist *longer = curl->slist_append(headers, request->headers[index]);
    if (longer != NULL) headers = longer;
  }
  struct transfer transfer = {request, response, 0};
  char error[CURL_ERROR_SIZE] = "";
  set_options(curl, handle, &transfer, headers, error);
  const int code = curl->easy_perform(handle);
  // A callback that stopped the transfer has said why.
  if (response->outcome == PLATEAU_DOWNLOAD_DONE) response->outcome = outcome_of(code);
  curl->easy_getinfo(handle, CURL_INFO_RESPONSE_CODE, &response->status);
  if (code != CURL_OK) {
    snprintf(response->reason, sizeof response->reason, "%s",
             error[0] != 0 ? error : curl->easy_strerror(code));
  }
  curl->slist_free_all(headers);
  curl->easy_cleanup(handle);
}

void plateau_download_free(struct plateau_download_response *response) {
  free(response->bytes);
  response->bytes = NULL;
  response->count = 0;
}
