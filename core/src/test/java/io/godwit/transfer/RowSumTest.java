package io.godwit.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSumTest {

    private static String sum(String text) {
        RowSum sum = new RowSum();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sum.write(bytes, 0, bytes.length);
        return sum.text();
    }

    @Test
    void isTheSumOfTheHashesOfAllLinesInAnyOrder() throws NoSuchAlgorithmException {
        BigInteger expected = BigInteger.ZERO;
        for (String line : List.of("one", "", "three", "four", "five")) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            expected = expected.add(new BigInteger(1, hash));
        }
        String text = expected.mod(BigInteger.ONE.shiftLeft(256)).toString(16);
        assertThat(sum("one\n\nthree\nfour\nfive\n")).isEqualTo(text);
        assertThat(sum("five\nfour\nthree\n\none")).isEqualTo(text);
        assertThat(sum("five\nfour\nthree\none")).isNotEqualTo(text);
    }

    @Test
    void nothingIsZero() {
        assertThat(sum("")).isEqualTo("0");
    }
}
