package io.cloakroom.tests.keycloak;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Members by the hundred thousand, as rows beside the server: through the admin API they would take longer than all that
 * is measured with them. Each is a copy of one that the server wrote itself.
 */
public final class BulkMembers {

    private static final int BATCH = 5_000;
    private static final String MODEL = "model@example.com";
    private static final String USER = """
            insert into USER_ENTITY (ID, USERNAME, EMAIL, EMAIL_CONSTRAINT, EMAIL_VERIFIED, ENABLED, FIRST_NAME, LAST_NAME,
                REALM_ID, CREATED_TIMESTAMP, NOT_BEFORE)
            select ?, ?, ?, ?, EMAIL_VERIFIED, ENABLED, FIRST_NAME, LAST_NAME, REALM_ID, CREATED_TIMESTAMP, NOT_BEFORE
            from USER_ENTITY where ID = ?
            """;
    private static final String ROLES =
            "insert into USER_ROLE_MAPPING (ROLE_ID, USER_ID) select ROLE_ID, ? from USER_ROLE_MAPPING where USER_ID = ?";
    private static final String PASSWORD = """
            insert into CREDENTIAL (ID, USER_ID, TYPE, CREATED_DATE, SECRET_DATA, CREDENTIAL_DATA, PRIORITY)
            select ?, ?, TYPE, CREATED_DATE, SECRET_DATA, CREDENTIAL_DATA, PRIORITY from CREDENTIAL where USER_ID = ?
            """;

    private final Database database;

    BulkMembers(Database database) {
        this.database = database;
    }

    /** The address of the member with that number, which starts at 0. */
    public static String address(int number) {
        return String.format(Locale.ROOT, "member-%06d@example.com", number);
    }

    void fill(TestRealm realm, int members) {
        String model = realm.user(MODEL, user -> user.setCredentials(List.of(Credentials.password("right"))))
                .toRepresentation()
                .getId();
        int there = realm.admin().users().count("member-");
        for (int from = there; from < members; from += BATCH) {
            add(from, Math.min(members, from + BATCH), model);
        }
        // A database that was filled in one go does not know yet that its indexes are worth using.
        database.executeAll("analyze", List.<Object[]>of(new Object[0]));
    }

    private void add(int from, int to, String model) {
        List<String> ids = Stream.generate(() -> UUID.randomUUID().toString())
                .limit(to - from)
                .toList();
        database.executeAll(
                USER,
                IntStream.range(from, to)
                        .mapToObj(i -> user(ids.get(i - from), address(i), model))
                        .toList());
        database.executeAll(
                ROLES, ids.stream().map(id -> new Object[] {id, model}).toList());
        database.executeAll(
                PASSWORD, ids.stream().map(id -> new Object[] {id, id, model}).toList());
    }

    private static Object[] user(String id, String address, String model) {
        return new Object[] {id, address, address, address, model};
    }
}
