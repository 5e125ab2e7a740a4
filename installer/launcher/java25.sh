# shellcheck shell=sh
# Finds Java 25 and the native cryptography. Sourced by the launchers and by ./check; starts no JVM where a `release` file tells the version,
# because `java -version` alone would cost more than all the rest of the launcher.

# is_java25 HOME PROGRAM: HOME holds Java 25 and has bin/PROGRAM (`java`, or `javac` where a whole JDK is needed).
is_java25() {
    [ -x "$1/bin/$2" ] || return 1
    if [ -r "$1/release" ]; then
        while IFS= read -r line || [ -n "$line" ]; do
            case $line in
                'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'* | 'JAVA_VERSION="25-'*) return 0 ;;
                JAVA_VERSION=*) return 1 ;;
            esac
        done <"$1/release"
    fi
    case $("$1/bin/java" -version 2>&1 </dev/null) in
        *'version "25"'* | *'version "25.'* | *'version "25-'*) return 0 ;;
    esac
    return 1
}

# home_of_path_java: the home of the `java` on the PATH, through its symbolic links.
home_of_path_java() {
    found=$(command -v java) || return 1
    found=$(readlink -f "$found" 2>/dev/null) || return 1
    found=${found%/*}
    printf '%s\n' "${found%/*}"
}

# find_java25 PROGRAM: sets `java25` to the first home that fits; false where there is none. An image brings its own Java in
# `runtime`, which no other one replaces: its archive of classes fits that one alone.
find_java25() {
    java25=${home:-}/runtime
    [ -n "${home:-}" ] && is_java25 "$java25" "$1" && return 0
    for java25 in "${ESPM_JAVA:-}" "${JAVA_HOME:-}"; do
        [ -n "$java25" ] && is_java25 "$java25" "$1" && return 0
    done
    java25=$(home_of_path_java) && is_java25 "$java25" "$1" && return 0
    for java25 in /usr/lib/jvm/*25*; do
        is_java25 "$java25" "$1" && return 0
    done
    if [ -x /usr/libexec/java_home ]; then
        java25=$(/usr/libexec/java_home -F -v 25 2>/dev/null) && is_java25 "$java25" "$1" && return 0
    fi
    java25=
    return 1
}

# say_java25_is_missing KIND: what to install, in both languages; KIND is JRE or JDK.
say_java25_is_missing() {
    cat >&2 <<TEXT
espm-signer: Java 25 ($1) tidak ditemukan.
  Pasang salah satu, lalu ulangi:
    Debian/Ubuntu   paket openjdk-25-jdk atau temurin-25-jdk
    Fedora/RHEL     paket java-25-openjdk-devel
    macOS, Windows  Eclipse Temurin 25
  Jika Java 25 sudah terpasang di tempat lain, isi ESPM_JAVA atau JAVA_HOME dengan foldernya.

espm-signer: no Java 25 ($1) was found.
  Install one of these and try again:
    Debian/Ubuntu   the package openjdk-25-jdk or temurin-25-jdk
    Fedora/RHEL     the package java-25-openjdk-devel
    macOS, Windows  Eclipse Temurin 25
  If Java 25 is installed elsewhere, set ESPM_JAVA or JAVA_HOME to its folder.
TEXT
}

# find_native HOME: sets native to the folder in HOME/lib with the library for this machine, or to nothing.
find_native() {
    native=$(uname -sm)
    native=$1/lib/${native%% *}-${native##* }
    [ -r "$native/libamazonCorrettoCryptoProvider.so" ] || native=
}
