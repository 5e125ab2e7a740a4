# shellcheck shell=sh
# Runs Maven for the scripts of a checkout. Sourced, after java25.sh.

have_maven() {
    command -v mvn >/dev/null 2>&1
}

# maven ARGUMENT...: Maven on the JDK that find_java25 found, without download noise. The two options silence what
# JDK 25 says about Maven's own libraries.
maven() (
    export JAVA_HOME="${java25:?}"
    export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
    exec mvn -B -ntp "$@"
)
