#!/bin/bash
# Times the program on a filled PostgreSQL of its own, all on this machine, and leaves nothing running: bench/README.md.
#   bench/run.sh [entries, 200000 unless said] [rounds, 30 unless said]
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "${BASH_SOURCE[0]}")/.."

entries=${1:-200000}
rounds=${2:-30}

server=$(command -v postgres || ls /usr/lib/postgresql/*/bin/postgres 2>/dev/null | sort -V | tail -1) || true
[ -n "$server" ] || { echo "no PostgreSQL server found: apt-get install postgresql" >&2; exit 1; }
PATH=$(dirname "$server"):$PATH

work=$(mktemp -d)
program=
cleanup() {
    [ -z "$program" ] || { kill "$program" && wait "$program"; } 2>/dev/null || true
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

say "packing the program"
mvn -q -B -DskipTests package
jar=$(ls target/tiyanguan-*.jar)

say "making a database"
[ "$(id -u)" != 0 ] || chown postgres "$work"
as_postgres initdb -D "$work/pg" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
pg_port=$(free_port)
cat >>"$work/pg/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $pg_port
unix_socket_directories = '$work'
shared_buffers = 1GB
work_mem = 16MB
random_page_cost = 1.1
# Only for the plans, see below.
session_preload_libraries = 'auto_explain'
auto_explain.log_min_duration = -1
auto_explain.log_analyze = on
CONF
as_postgres pg_ctl -D "$work/pg" -l "$work/pg.log" -w start >/dev/null
sql() { psql -X -q -h 127.0.0.1 -p "$pg_port" -U postgres "$@"; }
sql -c 'create database tiyanguan'

say "starting the program, with 256 MB of heap"
port=$(free_port)
base=http://127.0.0.1:$port
SPRING_PROFILES_ACTIVE=demo-accounts SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$pg_port/tiyanguan" \
    SPRING_DATASOURCE_USERNAME=postgres SPRING_DATASOURCE_PASSWORD= \
    java -Xmx256m -jar "$jar" --server.address=127.0.0.1 --server.port="$port" \
    --spring.datasource.hikari.connection-init-sql="$(sed -n 's/.*connection-init-sql: //p' src/main/resources/application-prod.yml)" >"$work/program.log" 2>&1 &
program=$!
for ((second = 0; ; second++)); do
    answer=$(curl -s "$base/actuator/health" || true)
    [[ $answer != *UP* ]] || break
    if ((second > 300)) || ! kill -0 "$program" 2>/dev/null; then
        tail -20 "$work/program.log" >&2
        exit 1
    fi
    sleep 1
done

say "filling in $entries entries"
sql -v entries="$entries" -o /dev/null -f bench/fill.sql tiyanguan

say "timing, $rounds times each"
java bench/Timings.java "$base" --rounds="$rounds"
echo
java bench/Timings.java "$base" --exports

say "writing target/plans.txt, and its summary bench/plans.txt"
sql -c 'alter system set auto_explain.log_min_duration = 0' -c 'select pg_reload_conf()' -o /dev/null
java bench/Timings.java "$base" --plans="$work/pg.log" --full=target/plans.txt >bench/plans.txt
say "done"
