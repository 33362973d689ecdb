#!/bin/bash
# Kills the program while reports with keys stand still, starts it again and repeats them: bench/README.md.
#   bench/faults/kills.sh [kills, 3 unless said] [reports at each, 8 unless said]
source "$(dirname "${BASH_SOURCE[0]}")/program.sh"

kills=${1:-3}
reports=${2:-8}

pack
start_postgres </dev/null
sql -c 'create database tiyanguan'
start_program
year=$(date +%Y)

# repeat KEY: until it is taken; prints the seconds that took.
repeat() {
    local start=$EPOCHREALTIME
    until [ "$(report "$1" 60)" = 201 ]; do sleep 0.5; done
    awk "BEGIN { printf \"%.1f\n\", $EPOCHREALTIME - $start }"
}

for ((kill = 1; kill <= kills; kill++)); do
    # Somebody holds the year's counter, so that all of them stand still with their keys.
    sql -d tiyanguan -c "begin; update ledger_counter set last_number = last_number where counter_year = $year; select pg_sleep(5); commit" >/dev/null &
    holder=$!
    sleep 0.5
    senders=()
    for ((i = 1; i <= reports; i++)); do report "kill-$kill-$i" 60 >/dev/null & senders+=($!); done
    sleep 2
    kill -9 "${programs[-1]}"
    wait "${senders[@]}" "$holder" || true
    say "killed; starting again"
    start_program
    senders=()
    for ((i = 1; i <= reports; i++)); do repeat "kill-$kill-$i" >>"$work/waited" & senders+=($!); done
    wait "${senders[@]}"
done

accepted=$(count "select count(distinct title) from ledger_entry where title like 'kill-%'")
entries=$(count "select count(*) from ledger_entry where title like 'kill-%'")
echo "| reports | accepted | lost | doubled | longest wait after the start, s |"
echo "| --- | --- | --- | --- | --- |"
echo "| $((kills * reports)) | $accepted | $((kills * reports - accepted)) | $((entries - accepted)) | $(sort -n "$work/waited" | tail -1) |"
