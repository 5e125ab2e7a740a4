# shellcheck shell=sh
# NSIS, by which programs for Windows are made on any system. Sourced by the scripts beside it, after epoch.sh.

# have_makensis CALLER: says what is left out where it is not there.
have_makensis() {
    command -v makensis >/dev/null 2>&1 && return 0
    echo "$1: no makensis here (Debian: package nsis), so no .exe" >&2
    return 1
}

# makensis_at TIME OPTION...: the same input gives the same program.
makensis_at() (
    SOURCE_DATE_EPOCH=$(epoch_of "$1")
    export SOURCE_DATE_EPOCH
    shift
    exec makensis -V2 -WX -NOCONFIG -INPUTCHARSET UTF8 "$@"
)

# numbers VERSION: the four numbers that Windows wants.
numbers() {
    printf '%s.0\n' "${1%%-*}"
}
