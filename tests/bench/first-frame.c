/* Starts a program under X and prints how many milliseconds pass until its first painted frame, then
 * ends it. The program is looked at from outside only: a window is created, mapped, damaged over
 * most of its area, and holds more than a flat colour. Exit status 1 when nothing is painted in time. */

#define _GNU_SOURCE
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE_MS 20000.0
#define SMALLEST_WINDOW 200
#define COLOURS_OF_A_PAINTED_WINDOW 16

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* Windows that vanish while they are looked at are no error here. */
static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0;
}

/* Text is antialiased, so a window with text has many colours, an empty one a few. */
static bool
holds_a_picture (Display *display, Window window)
{
  unsigned long seen[COLOURS_OF_A_PAINTED_WINDOW];
  XWindowAttributes size;
  XImage *image;
  int n_seen = 0;

  if (!XGetWindowAttributes (display, window, &size) || size.map_state != IsViewable
      || size.width < SMALLEST_WINDOW || size.height < SMALLEST_WINDOW)
    return false;
  image = XGetImage (display, window, 0, 0, size.width, size.height, AllPlanes, ZPixmap);
  if (image == NULL)
    return false;
  for (int y = 0; y < image->height && n_seen < COLOURS_OF_A_PAINTED_WINDOW; y++)
    for (int x = 0; x < image->width && n_seen < COLOURS_OF_A_PAINTED_WINDOW; x++)
      {
        unsigned long pixel = XGetPixel (image, x, y);
        int i = 0;

        while (i < n_seen && seen[i] != pixel)
          i++;
        if (i == n_seen)
          seen[n_seen++] = pixel;
      }
  XDestroyImage (image);
  return n_seen == COLOURS_OF_A_PAINTED_WINDOW;
}

/* Milliseconds from start to the first painted frame, or a negative number. */
static double
wait_for_frame (Display *display, int damage_event, double start)
{
  struct pollfd connection = { .fd = ConnectionNumber (display), .events = POLLIN };

  while (now_ms () - start < PATIENCE_MS)
    {
      if (!XPending (display))
        poll (&connection, 1, 20);
      while (XPending (display))
        {
          XEvent event;

          XNextEvent (display, &event);
          if (event.type == CreateNotify)
            XDamageCreate (display, event.xcreatewindow.window, XDamageReportNonEmpty);
          else if (event.type == damage_event + XDamageNotify)
            {
              XDamageNotifyEvent *damage = (XDamageNotifyEvent *) &event;
              double painted = now_ms () - start;

              /* Before the look, so that what is painted after it is told again. */
              XDamageSubtract (display, damage->damage, None, None);
              if (holds_a_picture (display, damage->drawable))
                return painted;
            }
        }
    }
  return -1;
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  int damage_event, damage_error;
  double start, frame;
  pid_t child;

  if (argc < 2 || display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    return 2;
  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);

  start = now_ms ();
  child = fork ();
  if (child == 0)
    {
      setpgid (0, 0);
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  frame = wait_for_frame (display, damage_event, start);
  kill (-child, SIGTERM);
  waitpid (child, NULL, 0);
  if (frame < 0)
    return 1;
  printf ("%.1f\n", frame);
  return 0;
}
