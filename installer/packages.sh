# shellcheck shell=sh
# Installs what is missing where it may: as root or with password-less sudo, on Debian and Ubuntu. Sourced by ./check
# and ./espm-signer. ESPM_NO_INSTALL=1 keeps it from installing anything.

may_install() {
    [ -z "${ESPM_NO_INSTALL:-}" ] && command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null
}

apt_get() {
    sudo=sudo
    [ "$(id -u)" -ne 0 ] || sudo=
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 "$@" </dev/null
}

# install_packages PACKAGE...: the lists are fetched first, for a new machine has none. What could not be installed
# is told by those who need it.
install_packages() {
    [ "$#" -gt 0 ] && may_install || return 0
    echo "memasang (installing) $* ..." >&2
    log=$(mktemp)
    if ! { apt_get update && apt_get install --no-install-recommends "$@"; } >"$log" 2>&1; then
        tail -n 5 "$log" >&2
    fi
    rm -f "$log"
}
