#!/bin/bash
# Times the program on a filled PostgreSQL of its own, all on this machine, and leaves nothing running: bench/README.md.
#   bench/run.sh [entries, 200000 unless said] [rounds, 30 unless said]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

entries=${1:-200000}
rounds=${2:-30}

pack
# Only for the plans, see below.
start_postgres <<'CONF'
session_preload_libraries = 'auto_explain'
auto_explain.log_min_duration = -1
auto_explain.log_analyze = on
CONF
sql -c 'create database tiyanguan'

say "starting the program, with 256 MB of heap"
port=$(free_port)
base=http://127.0.0.1:$port
SPRING_PROFILES_ACTIVE=demo-accounts SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$pg_port/tiyanguan" \
    SPRING_DATASOURCE_USERNAME=postgres SPRING_DATASOURCE_PASSWORD= \
    java -Xmx256m -jar "$jar" --server.address=127.0.0.1 --server.port="$port" \
    --tiyanguan.database.before-reading="$before_reading" \
    --spring.datasource.hikari.connection-init-sql="$connection_init" >"$work/program.log" 2>&1 &
started program "$base/actuator/health"

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
