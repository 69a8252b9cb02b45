/* Loaded before a program (LD_PRELOAD), kills it right before its Nth change to the file system:
 * N is TJ_DIE_AT. What is on disk then is what a power cut or a SIGKILL may leave at its worst,
 * and every such moment can be tried in turn instead of hoped for. */

#define _GNU_SOURCE

#include <dlfcn.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

static atomic_int n_steps;

static void
step (void)
{
  const char *last = getenv ("TJ_DIE_AT");

  if (last != NULL && atomic_fetch_add (&n_steps, 1) + 1 == atoi (last))
    (void)kill (getpid (), SIGKILL);
}

/* The C library's own headers declare these with attributes that a redefinition need not repeat. */
#define INTERPOSE(name, parameters, arguments)                                                     \
  __attribute__ ((visibility ("default"))) int name parameters;                                    \
  int name parameters                                                                              \
  {                                                                                                \
    int (*next) parameters = (int (*) parameters)dlsym (RTLD_NEXT, #name);                         \
                                                                                                   \
    step ();                                                                                       \
    return next arguments;                                                                         \
  }

INTERPOSE (fsync, (int fd), (fd))
INTERPOSE (fdatasync, (int fd), (fd))
INTERPOSE (unlink, (const char *path), (path))
INTERPOSE (rename, (const char *from, const char *to), (from, to))
INTERPOSE (linkat,
           (int from_dir, const char *from, int to_dir, const char *to, int flags),
           (from_dir, from, to_dir, to, flags))
INTERPOSE (ftruncate, (int fd, off_t length), (fd, length))
