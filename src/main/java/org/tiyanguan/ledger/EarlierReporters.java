package org.tiyanguan.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.privacy.Somebody;
import org.tiyanguan.privacy.Somebody.Known;
import org.tiyanguan.privacy.Trace.Kind;

/** Who reported, for migrations: read from the tables, as neither the engine nor its accounts are there yet. */
public record EarlierReporters(JdbcClient jdbc, boolean accounts) {

    private record Row(
            @Nullable String userId,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String employer,
            @Nullable String officersPhone) {}

    private record Account(@Nullable String name, @Nullable String email) {}

    /** The engine makes its tables after ours. */
    public static boolean hasEngine(Connection connection) throws SQLException {
        String table = connection.getMetaData().storesUpperCaseIdentifiers() ? "ACT_ID_USER" : "act_id_user";
        try (ResultSet found =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), table, null)) {
            return found.next();
        }
    }

    public Somebody of(String number) {
        return jdbc.sql("""
                        select r.user_id, r.name, r.phone, r.email, o.employer, o.phone as officers_phone
                        from reporter r left join officer o on o.account = r.user_id where r.number = :number""")
                .param("number", number)
                .query(Row.class)
                .optional()
                .map(this::somebody)
                .orElse(Somebody.UNKNOWN);
    }

    private Somebody somebody(Row row) {
        Account account = accounts && row.userId != null ? account(row.userId) : new Account(null, null);
        return Somebody.UNKNOWN.and(Stream.of(
                new Known(Kind.NAME, row.name),
                new Known(Kind.NAME, account.name),
                new Known(Kind.ACCOUNT, row.userId),
                new Known(Kind.PHONE, row.phone),
                new Known(Kind.PHONE, row.officersPhone),
                new Known(Kind.MAIL, row.email),
                new Known(Kind.MAIL, account.email),
                new Known(Kind.EMPLOYER, row.employer)));
    }

    private Account account(String id) {
        return jdbc.sql(
                        "select coalesce(last_, '') || coalesce(first_, '') as name, email_ as email from act_id_user where id_ = :id")
                .param("id", id)
                .query(Account.class)
                .optional()
                .orElse(new Account(null, null));
    }
}
