// One HTTP request through the system's libcurl, which is loaded when the first one is made.
//
// Linking libcurl would load it with some thirty libraries of its own at each start of the program,
// which takes longer than the rest of the start.
#ifndef PLATEAU_DOWNLOAD_H
#define PLATEAU_DOWNLOAD_H

#include <stddef.h>

// How a request ended.
enum plateau_download_outcome {
  PLATEAU_DOWNLOAD_DONE = 0,
  // There is no libcurl on this system, or an older one than 7.20.
  PLATEAU_DOWNLOAD_NO_LIBRARY,
  // The network, the name, the certificate or the protocol; `reason` says what.
  PLATEAU_DOWNLOAD_FAILED,
  PLATEAU_DOWNLOAD_TIMED_OUT,
  PLATEAU_DOWNLOAD_TOO_MANY_REDIRECTS,
  PLATEAU_DOWNLOAD_TOO_LARGE,
  PLATEAU_DOWNLOAD_CANCELLED,
  PLATEAU_DOWNLOAD_NO_MEMORY,
};

struct plateau_download_request {
  const char *url;
  // Header lines such as "If-None-Match: …"; unused ones are null.
  const char *headers[2];
  size_t byte_limit;
  long redirect_limit;
  long connect_seconds;
  // The request ends when it stays below a byte a second for this long.
  long stalled_seconds;
  long total_seconds;
  // Asked several times a second; any other answer than 0 ends the request. May be null.
  int (*is_cancelled)(void *context);
  void *context;
};

struct plateau_download_response {
  enum plateau_download_outcome outcome;
  // The status of the last answer, such as 200; 0 where there was none.
  long status;
  // The body; owned by the response.
  unsigned char *bytes;
  size_t count;
  // The fields of the last answer, without line ends; empty where there are none.
  char etag[512];
  char modified[128];
  char reason[256];
};

// Makes the request and fills the response, which plateau_download_free empties.
void plateau_download(const struct plateau_download_request *request,
                      struct plateau_download_response *response);

void plateau_download_free(struct plateau_download_response *response);

#endif
