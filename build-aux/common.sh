# Shared by the scripts beside it: where the source is, how a build folder is made, which surroundings
# the program gets when it runs from there. To be sourced; sets $source_dir and goes there.
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$source_dir" || exit 1

say () { printf '%s\n' "$*"; }
die () { printf '%s\n' "$*" >&2; exit 1; }

# configure FOLDER [meson options]: once; afterwards the folder keeps its options.
configure () {
  local folder=$1
  shift
  mkdir -p "$folder"
  [ ! -f "$folder/build.ninja" ] || return 0
  meson setup "$folder" "$@" >"$folder/build.log" 2>&1 || { tail -n 30 "$folder/build.log" >&2; die "Could not configure $folder."; }
}

# compile FOLDER [meson options]: configure and build; quiet unless something is wrong.
compile () {
  configure "$@"
  ninja -C "$1" >"$1/build.log" 2>&1 ||
    { grep -vE '^\[[0-9]+/[0-9]+\] [A-Z][a-z]+ing ' "$1/build.log" | tail -n 60 >&2; die "Could not build $1."; }
}

# swedish_locale FOLDER: print a locale folder for LOCPATH that holds sv_SE.UTF-8, made without touching the system.
swedish_locale () {
  local folder=$1/locales
  if [ ! -d "$folder/sv_SE.UTF-8" ]; then
    mkdir -p "$folder"
    localedef -i sv_SE -f UTF-8 "$folder/sv_SE.UTF-8" >/dev/null 2>&1 || true
    [ -f "$folder/sv_SE.UTF-8/LC_CTYPE" ] || die "localedef could not make sv_SE.UTF-8 (is the package locales installed?)."
  fi
  (cd "$folder" && pwd)
}

# within_session COMMAND…: a session bus is there, one of its own when the machine has none.
within_session () {
  if [ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] || [ -S "${XDG_RUNTIME_DIR:-/nonexistent}/bus" ]; then
    "$@"
  else
    dbus-run-session -- "$@" 2> >(grep -v -e '^dbus-daemon\[' >&2)
  fi
}
