#include "libcurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

static struct libcurl library;
static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int find(void *handle, const char *name, void *function) {
  void *symbol = dlsym(handle, name);
  // A pointer to an object becomes one to a function as POSIX describes it for dlsym.
  memcpy(function, &symbol, sizeof symbol);
  return symbol != NULL;
}

static void load(void) {
#ifdef __APPLE__
  static const char *const names[] = {"libcurl.4.dylib", "/usr/lib/libcurl.4.dylib"};
#else
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
#endif
  void *handle = NULL;
  for (size_t index = 0; handle == NULL && index < sizeof names / sizeof *names; index++) {
    handle = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
  }
  if (handle == NULL) return;
  int found = find(handle, "curl_global_init", &library.global_init) &&
              find(handle, "curl_easy_init", &library.easy_init) &&
              find(handle, "curl_easy_setopt", &library.easy_setopt) &&
              find(handle, "curl_easy_perform", &library.easy_perform) &&
              find(handle, "curl_easy_getinfo", &library.easy_getinfo) &&
              find(handle, "curl_easy_strerror", &library.easy_strerror) &&
              find(handle, "curl_easy_cleanup", &library.easy_cleanup) &&
              find(handle, "curl_slist_append", &library.slist_append) &&
              find(handle, "curl_slist_free_all", &library.slist_free_all);
  is_loaded = found && library.global_init(CURL_GLOBAL_ALL) == CURL_OK;
}

const struct libcurl *plateau_libcurl(void) {
  pthread_once(&once, load);
  return is_loaded ? &library : NULL;
}
