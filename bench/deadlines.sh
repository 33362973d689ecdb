#!/bin/bash
# Lets thousands of deadlines come due at once on a PostgreSQL of its own; leaves nothing running: bench/README.md.
#   bench/deadlines.sh [cases of four deadlines each, 2500 unless said] [clients that report them, 4 unless said] [open tasks, 20000 unless said]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

cases=${1:-2500}
clients=${2:-4}
tasks=${3:-20000}

pack
start_postgres </dev/null
sql -c 'create database tiyanguan'

say "starting the program"
mail_port=$(free_port)
port=$(free_port)
SPRING_PROFILES_ACTIVE=demo-accounts SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$pg_port/tiyanguan" \
    SPRING_DATASOURCE_USERNAME=postgres SPRING_DATASOURCE_PASSWORD= java -Xmx512m -jar "$jar" \
    --server.address=127.0.0.1 --server.port="$port" --spring.datasource.hikari.maximum-pool-size=20 \
    --tiyanguan.database.before-reading="$before_reading" \
    --spring.datasource.hikari.connection-init-sql="$connection_init" \
    --spring.mail.host=127.0.0.1 --spring.mail.port="$mail_port" --tiyanguan.mail.bundle-for=30s >"$work/program.log" 2>&1 &
started program "http://127.0.0.1:$port/actuator/health"

(cd "$work" && jar xf "$jar" BOOT-INF/lib)
javac -cp "$work/BOOT-INF/lib/*" -d "$work/bench" bench/Deadlines.java bench/Desk.java bench/client/*.java
say "reporting $cases findings, until a department works on each"
java -cp "$work/bench:$work/BOOT-INF/lib/*" Deadlines "$cases" "$clients" "http://127.0.0.1:$port" \
    "jdbc:postgresql://127.0.0.1:$pg_port/tiyanguan" "$mail_port"
say "copying the open tasks"
java -cp "$work/bench:$work/BOOT-INF/lib/*" Desk "http://127.0.0.1:$port" "jdbc:postgresql://127.0.0.1:$pg_port/tiyanguan" "$tasks"
