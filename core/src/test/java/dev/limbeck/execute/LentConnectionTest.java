package dev.limbeck.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LentConnectionTest {
    private final List<String> calls = new ArrayList<>();
    private boolean autoCommit = true;
    private boolean valid = true;
    private final Connection real =
            (Connection)
                    Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (proxy, method, arguments) -> answer(method.getName(), arguments));
    private final LentConnection lent = new LentConnection(real);

    private @Nullable Object answer(String method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        calls.add(method);
        return switch (method) {
            case "isClosed" -> false;
            case "isValid" -> valid;
            case "getAutoCommit" -> autoCommit;
            case "setAutoCommit" -> {
                autoCommit = arguments != null && Boolean.TRUE.equals(arguments[0]);
                yield null;
            }
            case "commit" -> throw new SQLException("no");
            case "hashCode" -> 1;
            default -> null;
        };
    }

    @Test
    void isLentOnce() {
        assertThat(lent.lend()).isPresent();
        assertThat(lent.lend()).isEmpty();
    }

    @Test
    void closingGivesItBackAsItWas() throws SQLException {
        Connection borrowed = lent.lend().orElseThrow();
        borrowed.setAutoCommit(false);
        borrowed.close();

        assertThat(calls).contains("rollback").doesNotContain("close");
        assertThat(autoCommit).isTrue();
        assertThat(borrowed.isClosed()).isTrue();
        assertThatThrownBy(borrowed::createStatement).hasMessageContaining("closed");
        assertThat(lent.giveUp()).containsSame(real);
        assertThat(lent.giveUp()).isEmpty();
    }

    @Test
    void itsBorrowerClosesWhatWasGivenUpMeanwhile() throws SQLException {
        Connection borrowed = lent.lend().orElseThrow();
        assertThat(lent.giveUp()).isEmpty();
        borrowed.close();
        borrowed.close();

        assertThat(calls).containsOnlyOnce("close");
    }

    @Test
    void whatNoLongerAnswersIsClosedAndNotGivenOn() throws SQLException {
        lent.lend().orElseThrow().close();
        valid = false;

        assertThat(lent.giveUp()).isEmpty();
        assertThat(calls).contains("close");
    }

    @Test
    void failuresComeThroughAsTheyAre() {
        Connection borrowed = lent.lend().orElseThrow();
        assertThatThrownBy(borrowed::commit).isInstanceOf(SQLException.class).hasMessage("no");
    }
}
