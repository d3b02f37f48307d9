package org.phatthana.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        jdbc:postgresql://db.example/pao,             jdbc:postgresql://db.example/pao,             '',   ''
        postgres://pao:s3cret@db.example/pao,         jdbc:postgresql://db.example/pao,             pao,  s3cret
        postgresql://pao@db.example:5433/pao,         jdbc:postgresql://db.example:5433/pao,        pao,  ''
        postgres://p%40o:a%3Ab%2F+@db/pao?ssl=true,   jdbc:postgresql://db/pao?ssl=true,            p@o,  a:b/+
        """)
    void readsWhatPeopleAndHostingServicesWrite(String text, String url, String user, String password) {
        assertThat(DatabaseAddress.parse(text, "", "")).isEqualTo(new DatabaseAddress(url, user, password));
    }

    @Test
    void aUserNamedBesideTheAddressWins() {
        assertThat(DatabaseAddress.parse("postgres://a:b@db/pao", "c", "d"))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/pao", "c", "d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/pao", "jdbc:postgresql://", "postgres://db", "postgres://db/", "db/pao"})
    void refusesWhatIsNoAddress(String text) {
        assertThat(catchThrowableOfType(Refusal.class, () -> DatabaseAddress.parse(text, "", ""))
                        .key())
                .isEqualTo("address");
    }

    @Test
    void showsNoPassword() {
        assertThat(DatabaseAddress.parse("jdbc:postgresql://db/pao?user=a&password=s3cret&ssl=true", "", "")
                        .toString())
                .doesNotContain("s3cret");
        assertThat(catchThrowableOfType(Refusal.class, () -> DatabaseAddress.parse("mysql://me:s3cret@db/pao", "", "")))
                .hasMessageNotContaining("s3cret");
    }
}
