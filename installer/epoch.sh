# shellcheck shell=sh
# Sourced by the scripts that pack.

# epoch_of TIME: the seconds since 1970 of a time such as 2026-11-22T00:00:00Z, by GNU's date or by that of macOS.
epoch_of() {
    date -u -d "$1" +%s 2>/dev/null || date -u -j -f '%Y-%m-%dT%H:%M:%SZ' "$1" +%s
}
