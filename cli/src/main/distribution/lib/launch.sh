# Read by the launchers, of a clone and of the distribution: finds a Java and runs the program in it.
#
#   lib         the folder of jars; limbeck.jar in it names the others
#   notes       the folder to keep what is known of a Java in, and the archive of classes made for it
#   sample      the configuration of the project that is played to see which classes are used
#   launcher    what a user starts
#   drivers     the folder of a user's own jars; empty where there is none
# shellcheck shell=sh disable=SC2154

# Most commands are over before the second compiler, a second collector or a first collection would
# pay for itself.
jvm="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:InitialRAMPercentage=6 -XX:NewRatio=1"
# A heap that is only ever filled spends much of its time on first touches of small pages.
[ -d /sys/kernel/mm/transparent_hugepage ] && jvm="$jvm -XX:+UseTransparentHugePages"

fail() {
    printf 'limbeck: %s\n' "$1" >&2
    exit "${2:-2}"
}

# Sets java, and the names of what is kept for it.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it"
    else
        java=$(command -v java) || fail "no Java found; install a JDK, 17 or newer, or set JAVA_HOME"
    fi
    # The path with '-' for '/', without a process that would do it.
    set -f
    old_ifs=$IFS
    IFS=/
    # shellcheck disable=SC2086  # to be split
    set -- $java
    IFS=-
    of_java=$notes/limbeck"$*"
    IFS=$old_ifs
    set +f
    checked=$of_java.checked
    archive=$of_java.jsa
}

# Asking a JVM for its version takes as long as a small command does, so each JVM is asked once.
check_java() {
    [ -f "$checked" ] && [ ! "$java" -nt "$checked" ] && return
    version=$("$java" -version 2>&1 | sed -n 's/^[^"]*version "\([^"]*\)".*/\1/p' | sed -n 1p)
    case $version in
        1.*) major=${version#1.} && major=${major%%.*} ;;
        *) major=${version%%[!0-9]*} ;;
    esac
    [ -n "$major" ] || fail "$java does not say which version it is"
    [ "$major" -ge 17 ] || fail "$java is version $version; Limbeck needs 17 or newer"
    # Where nothing can be written it is asked each time.
    { printf '%s\n' "$version" >"$checked"; } 2>/dev/null || :
}

# Class-data sharing: what a command loads is parsed and verified now instead of at each start. An
# archive that is not there, or that another JVM made, is passed over; that costs time only. Where
# none can be made an empty one stands for it, so that this is tried once.
share_classes() {
    "$java" $jvm "-XX:DumpLoadedClassList=$archive.$$.list" -cp "$lib/limbeck.jar" \
        dev.limbeck.cli.Rehearsal "$sample" </dev/null &&
        "$java" $jvm -Xshare:dump "-XX:SharedClassListFile=$archive.$$.list" \
            "-XX:SharedArchiveFile=$archive.$$" -cp "$lib/limbeck.jar" </dev/null
    [ -f "$archive.$$" ] || : >"$archive.$$"
    mv -f -- "$archive.$$" "$archive"
    rm -f -- "$archive.$$.list"
}

# Runs the program in place of this process.
run() {
    # Without a locale Java would take arguments and file names for ASCII.
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
        C | POSIX) [ "$(uname)" = Darwin ] || export LC_ALL=C.UTF-8 ;;
    esac
    [ -t 1 ] && out=yes || out=no
    [ -t 2 ] && err=yes || err=no
    [ -s "$archive" ] && sharing=-XX:SharedArchiveFile=$archive || sharing=-Xshare:auto
    # A JVM that can't use the archive would say so on standard output, but for -Xlog.
    # shellcheck disable=SC2086  # options are words
    exec "$java" $jvm -Xlog:disable "$sharing" ${LIMBECK_JAVA_OPTS:-} \
        "-Dlimbeck.terminal.out=$out" "-Dlimbeck.terminal.err=$err" \
        "-Dlimbeck.launcher=$launcher" "-Dlimbeck.drivers=$drivers" \
        -cp "$lib/limbeck.jar" dev.limbeck.cli.Main "$@"
}
