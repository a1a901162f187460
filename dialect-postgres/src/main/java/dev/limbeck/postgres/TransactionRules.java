package dev.limbeck.postgres;

import dev.limbeck.sql.SqlToken;
import java.util.List;
import java.util.Optional;

/** Which statements PostgreSQL runs only outside a transaction. */
final class TransactionRules {
    private TransactionRules() {}

    static Optional<String> refusal(List<SqlToken> statement, int majorVersion) {
        return Optional.empty();
    }
}
