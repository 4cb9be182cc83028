package io.cloakroom.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

    @Test
    void reads_several_windows() {
        assertThat(Budget.parse("3/5m, 10/1h,20/1d , 1/30s").allowances())
                .containsExactly(
                        new Allowance(3, Duration.ofMinutes(5)),
                        new Allowance(10, Duration.ofHours(1)),
                        new Allowance(20, Duration.ofDays(1)),
                        new Allowance(1, Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "3",
                "3/5",
                "3/m",
                "/5m",
                "0/5m",
                "3/0s",
                "-3/5m",
                "3/5w",
                "3/8d",
                "100001/1d",
                "2000/1s",
                "3/5m, 5/300s",
                "3/5m,",
                "3 / 5m",
                "1/1s,1/2s,1/3s,1/4s,1/5s,1/6s",
                "9999999/1d"
            })
    void refuses_what_it_cannot_hold(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.parse(text));
    }
}
