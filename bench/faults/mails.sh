#!/bin/bash
# Stops PostgreSQL while mails are in flight, starts it again and counts what came twice or never: bench/README.md.
#   bench/faults/mails.sh [stops, 3 unless said] [reports before each, 30 unless said]
source "$(dirname "${BASH_SOURCE[0]}")/program.sh"

stops=${1:-3}
reports=${2:-30}

pack
start_postgres </dev/null
sql -c 'create database tiyanguan'
java bench/faults/MailBox.java "$mail_port" >"$work/mails" 2>"$work/mailbox.log" &
programs+=($!)
# A job that was cut off is locked for a minute, and not for ten: the drill waits for it.
start_program --camunda.bpm.job-execution.lock-time-in-millis=60000

for ((stop = 1; stop <= stops; stop++)); do
    for ((i = 1; i <= reports; i++)); do
        # A stop cuts off what is under way: only what was taken counts.
        report "mail-$stop-$i" 20 >/dev/null
    done &
    sender=$!
    sleep $((2 + stop))
    as_postgres pg_ctl -D "$work/pg" -m immediate stop >/dev/null
    say "PostgreSQL stopped, $(wc -l <"$work/mails") mails taken"
    sleep 3
    as_postgres pg_ctl -D "$work/pg" -l "$work/pg.log" -w start >/dev/null
    wait "$sender"
done

for ((i = 0; i < 600; i++)); do
    waiting=$(count "select count(*) from notice where address is not null and mailed_at is null")
    [ "$waiting" != 0 ] || break
    sleep 1
done
told=$(count "select count(*) from notice where address is not null")
taken=$(wc -l <"$work/mails")
names=$(sort -u "$work/mails" | wc -l)
echo "| mails told | sent | lost | doubled |"
echo "| --- | --- | --- | --- |"
echo "| $told | $names | $((told - names)) | $((taken - names)) |"
