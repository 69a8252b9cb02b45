#!/bin/sh
# Runs a program with a keyring of its own: a private session bus and a real gnome-keyring daemon
# whose default collection is open. Home and run-time folders are temporary, so that neither the
# user's keyring nor their settings are touched.
#
#   with-keyring.sh PROGRAM [ARGUMENT]...
set -eu

if [ "${1-}" != --inside ]; then
  [ $# -gt 0 ] || { echo "usage: with-keyring.sh PROGRAM [ARGUMENT]..." >&2; exit 2; }
  home=$(mktemp -d /tmp/tjugo-keyring-XXXXXX)
  trap 'rm -rf "$home"' EXIT
  mkdir -m 700 "$home/run" "$home/data" "$home/config" "$home/cache"
  HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config \
    XDG_CACHE_HOME=$home/cache dbus-run-session -- "$0" --inside "$@"
  exit
fi
shift

# With --unlock the daemon reads the password of the login keyring from its input and makes that
# keyring if there is none. It stays in the foreground of this job, to be ended with it.
printf 'test' | gnome-keyring-daemon --foreground --unlock --components=secrets \
  --control-directory="$XDG_RUNTIME_DIR/keyring" >"$HOME/daemon.log" 2>&1 &
daemon=$!
trap 'kill $daemon 2>/dev/null || true' EXIT

call () {
  gdbus call --session --dest "$1" --object-path "$2" --method "$3" "$4" 2>/dev/null
}

# Asking the service before it has its name would make the bus start a second, locked one.
is_ready () {
  call org.freedesktop.DBus /org/freedesktop/DBus org.freedesktop.DBus.NameHasOwner \
    org.freedesktop.secrets | grep -q true &&
    call org.freedesktop.secrets /org/freedesktop/secrets \
      org.freedesktop.Secret.Service.ReadAlias default | grep -q collection
}

tries=0
until is_ready; do
  tries=$((tries + 1))
  if [ $tries -gt 100 ] || ! kill -0 $daemon 2>/dev/null; then
    cat "$HOME/daemon.log" >&2
    echo "with-keyring.sh: the keyring does not start" >&2
    exit 99
  fi
  sleep 0.1
done

"$@"
