#!/bin/sh
# Runs a program on a desktop of its own: a virtual screen, a private session bus with the keyring
# and the accessibility registry on it, and temporary home and run-time folders (with-keyring.sh).
# Nothing of the user's session is seen or touched. Drawing is done in software, so that it is the
# same on every machine; the interface speaks Swedish.
#
#   with-desktop.sh PROGRAM [ARGUMENT]...
#
# TJ_SCREEN=WIDTHxHEIGHT sets the size of the screen (1280x800).
set -eu

if [ "${1-}" = --inside ]; then
  shift
  mkdir -p "$HOME/tmp"
  setxkbmap se
  TMPDIR=$HOME/tmp exec "$@" >&5 5>&-
fi
[ $# -gt 0 ] || { echo "usage: with-desktop.sh PROGRAM [ARGUMENT]..." >&2; exit 2; }

here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d /tmp/tjugo-screen-XXXXXX)
Xvfb -displayfd 3 -screen 0 "${TJ_SCREEN:-1280x800}x24" -nolisten tcp -noreset \
  3>"$scratch/display" >"$scratch/log" 2>&1 &
screen=$!
trap 'kill $screen 2>/dev/null || true; wait $screen 2>/dev/null || true; rm -rf "$scratch"' EXIT

# The server says which display it took once it listens on it.
tries=0
until [ -s "$scratch/display" ]; do
  tries=$((tries + 1))
  if [ $tries -gt 100 ] || ! kill -0 $screen 2>/dev/null; then
    cat "$scratch/log" >&2
    echo "with-desktop.sh: the virtual screen does not start" >&2
    exit 99
  fi
  sleep 0.1
done

# A session of the user's own must not shine through: neither its buses nor its settings.
unset WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS GTK_A11Y NO_AT_BRIDGE \
  GTK_THEME GTK_USE_PORTAL GSETTINGS_BACKEND SESSION_MANAGER LC_ALL XMODIFIERS GTK_IM_MODULE
DISPLAY=:$(cat "$scratch/display")
export DISPLAY GDK_BACKEND=x11 GSK_RENDERER=cairo LIBGL_ALWAYS_SOFTWARE=1 \
  LANG=C.UTF-8 LC_ALL=C.UTF-8 LANGUAGE=sv

# What the daemons say goes beside what the program says, not into it.
"$here/../vault/with-keyring.sh" "$here/with-desktop.sh" --inside "$@" 5>&1 >&2
