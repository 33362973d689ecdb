#!/bin/bash
# Measures what whole findings cost, here and on the engine alone, on a PostgreSQL of its own; leaves nothing running: bench/README.md.
#   bench/loop.sh [findings a round, 100 unless said] [rounds, 3 unless said] [clients, 4 unless said]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

findings=${1:-100}
rounds=${2:-3}
clients=${3:-4}

pack
mkdir -p target
counted=
if [ -e "$(dirname "$(readlink -f "$server")")/../lib/pg_stat_statements.so" ]; then
    start_postgres <<<"shared_preload_libraries = 'pg_stat_statements'"
    sql -c 'create extension pg_stat_statements'
    counted=yes
else
    say "statements are not counted: the server has no pg_stat_statements"
    start_postgres </dev/null
fi
sql -c 'create database ours' -c 'create database stock'

# program NAME PORT: what both are started with, so that neither has an advantage.
program() {
    export SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$pg_port/$1" SPRING_DATASOURCE_USERNAME=postgres SPRING_DATASOURCE_PASSWORD=
    settings=(--server.address=127.0.0.1 --server.port="$2" --spring.datasource.hikari.maximum-pool-size=20
        --spring.datasource.hikari.connection-init-sql="$connection_init" --tiyanguan.database.before-reading="$before_reading")
}

# Both run unpacked, ours as in its container.
unpacked=$work/unpacked
java -Djarmode=tools -jar "$jar" extract --destination "$unpacked"

say "starting the program"
mail_port=$(free_port)
ours=$(free_port)
program ours "$ours"
SPRING_PROFILES_ACTIVE=demo-accounts java -Xmx512m -jar "$unpacked/$(basename "$jar")" "${settings[@]}" \
    --spring.mail.host=127.0.0.1 --spring.mail.port="$mail_port" >"$work/ours.log" 2>&1 &
started ours "http://127.0.0.1:$ours/actuator/health"

say "starting the engine alone"
lib=$unpacked/lib
javac -cp "$lib/*" -d "$work/stock" bench/stock/*.java
javac -cp "$lib/*" -d "$work/bench" bench/Loop.java bench/client/*.java
# It is the vendor's starter: nothing of what else we bring.
mkdir "$work/stock-lib"
find "$lib" -name '*.jar' | grep -v -e spring-security -e oauth2 -e flyway -e springdoc -e swagger -e thymeleaf -e jakarta.mail |
    xargs -I{} ln -s {} "$work/stock-lib/"
stock=$(free_port)
program stock "$stock"
java -Xmx512m -cp "$work/stock:$work/stock-lib/*" Stock "${settings[@]}" >"$work/stock.log" 2>&1 &
started stock "http://127.0.0.1:$stock/engine-rest/engine"

java -cp "$work/bench:$lib/*" Loop "$findings" "$rounds" "$clients" "jdbc:postgresql://127.0.0.1:$pg_port/" "$(head -1 "$work/pg/postmaster.pid")" \
    "$mail_port" "$ours" "${programs[0]}" "$stock" "${programs[1]}"
for database in ours stock; do
    [ -n "$counted" ] || continue
    say "writing target/loop-$database.txt: how often a finding asks for what"
    sql -A -t -F ' ' -o "target/loop-$database.txt" -c "
        select lpad(to_char(sum(s.calls) / ($findings.0 * $rounds), 'FM99990.00'), 8), regexp_replace(s.query, '\\s+', ' ', 'g')
        from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = '$database'
        group by 2, s.query order by sum(s.calls) desc, 2"
done
say "done"
