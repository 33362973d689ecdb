package org.tiyanguan.ledger;

import java.sql.SQLException;
import java.util.Objects;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.PersonName;
import org.tiyanguan.core.Phone;

/**
 * Brings the names and phones of who reported, and the phones of officers, into the form in which they are kept now,
 * and mends accounts whose first sign was cut in two: their names stand in the applications.
 */
@Component
public class V48_1__Names_and_phones_as_they_are_kept extends BaseJavaMigration {

    private record Reporter(
            String number, @Nullable String name, @Nullable String phone) {}

    private record Phoned(String account, String phone) {}

    private record Named(
            String account,
            String name,
            @Nullable String surname,
            @Nullable String given) {}

    @Override
    public void migrate(Context context) throws SQLException {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        reporters(jdbc);
        officers(jdbc);
        if (EarlierReporters.hasEngine(context.getConnection())) accounts(jdbc);
    }

    private static void reporters(JdbcClient jdbc) {
        for (Reporter one : jdbc.sql(
                        "select number, name, phone from reporter where name is not null or phone is not null")
                .query(Reporter.class)
                .list()) {
            String name = one.name == null ? null : PersonName.written(one.name);
            String phone = one.phone == null ? null : Phone.keptOr(one.phone);
            if (Objects.equals(name, one.name) && Objects.equals(phone, one.phone)) continue;
            jdbc.sql("update reporter set name = :name, phone = :phone where number = :number")
                    .param("name", name)
                    .param("phone", phone)
                    .param("number", one.number)
                    .update();
        }
    }

    private static void officers(JdbcClient jdbc) {
        for (Phoned one : jdbc.sql("select account, phone from officer where phone is not null")
                .query(Phoned.class)
                .list()) {
            String phone = Phone.keptOr(one.phone);
            if (!phone.equals(one.phone))
                jdbc.sql("update officer set phone = :phone where account = :account")
                        .param("phone", phone)
                        .param("account", one.account)
                        .update();
        }
    }

    private static void accounts(JdbcClient jdbc) {
        for (Named one : jdbc.sql("""
                        select o.account, a.name, u.last_ as surname, u.first_ as given
                        from officer o join application a on a.number = o.application
                            join act_id_user u on u.id_ = o.account
                        where a.name is not null""").query(Named.class).list()) {
            if (!isCut(one.surname, one.given)) continue;
            PersonName name = PersonName.of(one.name);
            jdbc.sql("update act_id_user set last_ = :surname, first_ = :given where id_ = :account")
                    .param("surname", name.surname())
                    .param("given", name.given())
                    .param("account", one.account)
                    .update();
        }
    }

    /** PostgreSQL keeps a question mark for each half of a sign; H2 keeps the halves. */
    private static boolean isCut(@Nullable String surname, @Nullable String given) {
        if (surname == null || given == null || surname.length() != 1 || given.isEmpty()) return false;
        return Character.isHighSurrogate(surname.charAt(0)) || surname.equals("?") && given.startsWith("?");
    }
}
