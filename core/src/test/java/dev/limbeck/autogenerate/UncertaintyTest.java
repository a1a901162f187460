package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.Taint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
    private static final QualifiedName ACCOUNT = QualifiedName.of("account");
    private static final Schema THERE = schema("id", "email");
    private static final Schema WANTED = schema("id");

    private static Schema schema(String... columns) {
        return Schema.of(
                List.of(
                        Table.of(
                                ACCOUNT,
                                List.of(columns).stream()
                                        .map(name -> Column.of(name, ColumnType.of("text")))
                                        .toList())));
    }

    private static Taint taint(Optional<ObjectId> object) {
        return new Taint(object, "a block in line 3");
    }

    @Test
    void whatMayHaveBeenTouchedIsAsItIsThereAndSaid() {
        Taint taint = taint(Optional.of(ObjectId.table(ACCOUNT)));

        Uncertainty uncertain = Uncertainty.of(THERE, WANTED.withTaints(Set.of(taint)));

        assertThat(uncertain.to().table(ACCOUNT)).isEqualTo(THERE.table(ACCOUNT));
        assertThat(uncertain.notices())
                .extracting(Diagnostic::code)
                .containsExactly(ErrorCode.NOT_CERTAIN);
        assertThat(uncertain.notices().get(0).message())
                .isEqualTo("whether table account differs is not known: a block in line 3");
    }

    @Test
    void aStatementThatMayTouchAnythingLeavesWhatItDoesNotName() {
        Uncertainty uncertain =
                Uncertainty.of(THERE, WANTED.withTaints(Set.of(taint(Optional.empty()))));

        assertThat(uncertain.to().table(ACCOUNT)).isEqualTo(WANTED.table(ACCOUNT));
        assertThat(uncertain.notices().get(0).message())
                .isEqualTo("whether anything else differs is not known: a block in line 3");
    }

    @Test
    void whatIsOnOneSideOnlyIsADifference() {
        Taint taint = taint(Optional.of(ObjectId.table(ACCOUNT)));

        Uncertainty uncertain = Uncertainty.of(Schema.empty(), WANTED.withTaints(Set.of(taint)));

        assertThat(uncertain.to().table(ACCOUNT)).isEqualTo(WANTED.table(ACCOUNT));
        assertThat(uncertain.notices()).isEmpty();
    }
}
