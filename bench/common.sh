# What the benchmarks share; sourced by run.sh and loop.sh: a PostgreSQL of their own, and an end that leaves nothing running.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "${BASH_SOURCE[0]}")/.."

server=$(command -v postgres || ls /usr/lib/postgresql/*/bin/postgres 2>/dev/null | sort -V | tail -1) || true
[ -n "$server" ] || { echo "no PostgreSQL server found: apt-get install postgresql" >&2; exit 1; }
PATH=$(dirname "$server"):$PATH

work=$(mktemp -d)
programs=()
cleanup() {
    for program in "${programs[@]}"; do { kill "$program" && wait "$program"; } 2>/dev/null || true; done
    [ ! -f "$work/pg/postmaster.pid" ] || as_postgres pg_ctl -D "$work/pg" -m immediate stop >/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 1' INT TERM

# PostgreSQL does not run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- env PATH="$PATH" "$@"); else "$@"; fi
}

free_port() {
    local port
    while port=$((20000 + RANDOM % 12000)); (: </dev/tcp/127.0.0.1/$port) 2>/dev/null; do :; done
    echo "$port"
}

say() { echo "$(date +%T) $*" >&2; }

# The program in $jar: packed now, or the file that JAR names.
pack() {
    jar=${JAR:-}
    [ -z "$jar" ] || return 0
    say "packing the program"
    mvn -q -B -DskipTests package
    jar=$PWD/$(ls target/tiyanguan-*.jar)
}

# Further settings of the server, one a line, come in on the standard input.
start_postgres() {
    say "making a database"
    [ "$(id -u)" != 0 ] || chown postgres "$work"
    as_postgres initdb -D "$work/pg" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    pg_port=$(free_port)
    cat - >>"$work/pg/postgresql.conf"
    cat >>"$work/pg/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $pg_port
unix_socket_directories = '$work'
shared_buffers = 1GB
work_mem = 16MB
random_page_cost = 1.1
CONF
    as_postgres pg_ctl -D "$work/pg" -l "$work/pg.log" -w start >/dev/null
}

sql() { psql -X -q -h 127.0.0.1 -p "$pg_port" -U postgres "$@"; }

# The settings that the profile prod gives to each connection, and to what only reads.
connection_init=$(sed -n 's/.*connection-init-sql: //p' src/main/resources/application-prod.yml)
before_reading=$(sed -n 's/.*before-reading: //p' src/main/resources/application-prod.yml)

# started NAME ADDRESS: waits until the program that was started last, and writes to NAME.log, answers there; says after how long.
started() {
    local start=$EPOCHREALTIME seconds
    programs+=($!)
    while true; do
        seconds=$(awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $start }")
        ! curl -sf -o /dev/null "$2" || break
        if ((${seconds%.*} > 300)) || ! kill -0 "${programs[-1]}" 2>/dev/null; then
            tail -20 "$work/$1.log" >&2
            exit 1
        fi
        sleep 0.2
    done
    say "$1 answers after $seconds s"
}
