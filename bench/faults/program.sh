# What the drills with faults share: the program on a PostgreSQL of its own, with the limits of production; sourced by them.
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

# The limits' own settings are in application.yml, so the program fills them in.
port=$(free_port)
mail_port=$(free_port)
base="http://127.0.0.1:$port"

# start_program [settings]: and waits until it answers.
start_program() {
    SPRING_PROFILES_ACTIVE=demo-accounts SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$pg_port/tiyanguan" \
        SPRING_DATASOURCE_USERNAME=postgres SPRING_DATASOURCE_PASSWORD= java -Xmx512m -jar "$jar" \
        --server.address=127.0.0.1 --server.port="$port" --spring.datasource.hikari.maximum-pool-size=20 \
        --spring.datasource.hikari.connection-init-sql="$connection_init" \
        --spring.mail.host=127.0.0.1 --spring.mail.port="$mail_port" "$@" >>"$work/program.log" 2>&1 &
    started program "$base/actuator/health"
}

# report KEY SECONDS: reports one finding as another system would, and prints the status (000 for no answer within the time).
report() {
    curl -s -m "$2" -o /dev/null -w '%{http_code}' -u 'center:Demo#2026' -H "Idempotency-Key: $1" \
        -H "Content-Type: application/json" -d '{"kind":"PROBLEM","title":"'"$1"'","description":"取号后等了两个小时，只开了一个窗口。",
        "place":"二楼A区","occurredOn":"2026-01-05","serviceItem":"户口迁移","urgency":"NORMAL","channel":"HOTLINE",
        "reporterName":"吴女士","reporterPhone":"13800138000","reporterEmail":"wu@example.org"}' "$base/api/findings" || true
}

count() { sql -At -d tiyanguan -c "$1"; }
