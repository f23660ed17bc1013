package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/app?user=ann&password=canary",
                "jdbc:postgresql://localhost/app?sslpassword=canary&user=ann",
                "jdbc:sqlserver://localhost;user=ann;password={can;canary};encrypt=true",
                "jdbc:mysql://ann:canary@localhost/app",
                "jdbc:mysql://ann:c@n/canary@localhost/app",
                "jdbc:nothing:?PWD=canary"
            })
    void passwordsInUrlsAreMasked(String url) {
        assertThat(Secrets.mask("no connection for '" + url + "'"))
                .doesNotContain("canary")
                .contains("****");
    }

    @Test
    void otherTextStaysAsItIs() {
        String text = "UPDATE users SET password = 'x' WHERE token = old_token; see https://example.org/@home";

        assertThat(Secrets.mask(text)).isEqualTo(text);
    }

    @Test
    void noAnswerHoldsThePassword() {
        Place place = new Place(folder).with("SECRET", "canary");

        for (String url :
                new String[] {"jdbc:nothing://ann:canary@host/app", "jdbc:postgresql://127.0.0.1:1/app?password=canary"
                }) {
            Answer answer = place.run("status", "--verbose", "--url", url, "--password-env", "SECRET");
            assertThat(answer.code()).isNotZero();
            assertThat(answer.out() + answer.error()).doesNotContain("canary");
        }
    }
}
