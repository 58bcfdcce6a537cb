// The part of libcurl's interface that a download needs, and where its functions are once loaded.
//
// Source: curl/curl.h of curl 7.20 and later; the project keeps these numbers for good
// (https://curl.se/libcurl/abi.html).
#ifndef PLATEAU_LIBCURL_H
#define PLATEAU_LIBCURL_H

#include <stddef.h>

struct curl_slist;

enum curl_option {
  CURL_WRITE_DATA = 10001,
  CURL_URL = 10002,
  CURL_ERROR_BUFFER = 10010,
  CURL_LOW_SPEED_LIMIT = 19,
  CURL_LOW_SPEED_TIME = 20,
  CURL_HTTP_HEADER = 10023,
  CURL_HEADER_DATA = 10029,
  CURL_NO_PROGRESS = 43,
  CURL_FOLLOW_LOCATION = 52,
  CURL_PROGRESS_DATA = 10057,
  CURL_MAX_REDIRECTS = 68,
  CURL_CONNECT_TIMEOUT = 78,
  CURL_NO_SIGNAL = 99,
  CURL_TIMEOUT = 13,
  CURL_USER_AGENT = 10018,
  CURL_ACCEPT_ENCODING = 10102,
  CURL_PROTOCOLS = 181,
  CURL_REDIRECT_PROTOCOLS = 182,
  CURL_WRITE_FUNCTION = 20011,
  CURL_HEADER_FUNCTION = 20079,
  CURL_PROGRESS_FUNCTION = 20056,
};

enum {
  CURL_OK = 0,
  CURL_WRITE_ERROR = 23,
  CURL_TIMED_OUT = 28,
  CURL_ABORTED = 42,
  CURL_TOO_MANY_REDIRECTS = 47,
  CURL_INFO_RESPONSE_CODE = 0x200000 + 2,
  CURL_HTTP_AND_HTTPS = 3,
  CURL_GLOBAL_ALL = 3,
  CURL_ERROR_SIZE = 256,
};

struct libcurl {
  int (*global_init)(long);
  void *(*easy_init)(void);
  int (*easy_setopt)(void *, int, ...);
  int (*easy_perform)(void *);
  int (*easy_getinfo)(void *, int, ...);
  const char *(*easy_strerror)(int);
  void (*easy_cleanup)(void *);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
};

// The library's functions, or null where it is not on this system. Safe on any thread.
const struct libcurl *plateau_libcurl(void);

#endif
