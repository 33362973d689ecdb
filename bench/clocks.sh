#!/bin/bash
# Starts the demo, or runs tests, under clocks at which something was or may be missing: bench/README.md.
#   bench/clocks.sh demo                     the demo's start
#   bench/clocks.sh suite                    mvn verify, whole
#   bench/clocks.sh DemoContentTest,FooTest  these classes only
#   CLOCKS="2027-02-28 17:29:00" bench/clocks.sh …  another clock; several are separated by commas
set -euo pipefail
export LC_ALL=C.UTF-8 TZ=Asia/Shanghai
cd "$(dirname "${BASH_SOURCE[0]}")/.."

what=${1:?demo, suite, or test classes}
# A Monday morning, a Friday night, in the Spring Festival, New Year's Eve, a leap day.
clocks=${CLOCKS:-2026-11-30 07:30:00,2026-11-27 23:50:00,2026-02-18 10:00:00,2026-12-31 23:50:00,2028-02-29 09:30:00}

# The library for many threads locks at each look at the clock, and a real monotonic clock beside a faked one makes
# Java's waits end at once: so it is the plain one, and both clocks are moved by the same seconds.
library=$(ls /usr/lib/*/faketime/libfaketime.so.1 2>/dev/null | head -1)
[ -n "$library" ] || { echo "no libfaketime found: apt-get install faketime" >&2; exit 1; }
logs=target/clocks
mkdir -p "$logs"
program=
trap '[ -z "$program" ] || kill "$program" 2>/dev/null || true' EXIT
trap 'exit 1' INT TERM

# Each process that starts under it sees the same time, however late it starts.
under() {
    local clock=$1
    shift
    env LD_PRELOAD="$library" NO_FAKE_STAT=1 \
        FAKETIME="$(printf '%+d' $(($(date -d "$clock" +%s) - $(date +%s))))" "$@"
}

demo() {
    local clock=$1 log=$2 data port answer
    data=$(mktemp -d)
    while port=$((20000 + RANDOM % 12000)); (: </dev/tcp/127.0.0.1/$port) 2>/dev/null; do :; done
    under "$clock" java -Xmx700m -jar "$jar" --spring.profiles.active=demo --server.address=127.0.0.1 --server.port="$port" \
        --spring.datasource.url="jdbc:h2:file:$data/demo" >"$log" 2>&1 &
    program=$!
    answer=
    for ((second = 0; second < 600; second++)); do
        answer=$(curl -s "http://127.0.0.1:$port/actuator/health" || true)
        [[ $answer != *UP* ]] && kill -0 "$program" 2>/dev/null || break
        sleep 1
    done
    { kill "$program" && wait "$program"; } 2>/dev/null || true
    program=
    rm -rf "$data"
    # An act whose task was not there is a case that does not stand where it should.
    [[ $answer == *UP* ]] && ! grep -q 'DemoRun.*: no task' "$log"
}

tests() {
    local clock=$1 log=$2 some=()
    [ "$what" = suite ] || some=(-Dtest="$what" -Dsurefire.failIfNoSpecifiedTests=false)
    under "$clock" mvn -B -o verify "${some[@]}" </dev/null >"$log" 2>&1
}

# At the real time, so that nothing is compiled under another.
mvn -q -B -DskipTests verify
jar=$(ls target/tiyanguan-*.jar)
failed=0
while IFS= read -r clock; do
    log="$logs/${clock//[ :]/-}.log"
    if { [ "$what" = demo ] && demo "$clock" "$log"; } || { [ "$what" != demo ] && tests "$clock" "$log"; }; then
        echo "$clock  good"
    else
        failed=1
        echo "$clock  failed: $log"
        grep -aE '^\[ERROR\]   [A-Z]|APPLICATION FAILED|: no task ' "$log" | sort -u | sed 's/^/    /' || true
    fi
done < <(tr ',' '\n' <<<"$clocks")
exit $failed
