package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeOrderTest {
    private static final Resource X = Resource.object(ObjectId.table(QualifiedName.of("x")));
    private static final Resource Y = Resource.object(ObjectId.table(QualifiedName.of("y")));

    private static Step step(String subject) {
        return new Step(Step.Rank.CREATE_TABLE, subject, 0, subject);
    }

    @Test
    void whatIsNeededComesFirst() {
        Step first = step("b").provides(X);
        Step second = step("a").needs(X);

        assertThat(ChangeOrder.of(List.of(second, first), Set.of()).steps())
                .containsExactly(first, second);
    }

    @Test
    void aRingThatNothingOpensIsRefusedByName() {
        Step first = step("a").provides(X).needs(Y);
        Step second = step("b").provides(Y).needs(X);

        assertThatThrownBy(() -> ChangeOrder.of(List.of(first, second), Set.of()))
                .isInstanceOfSatisfying(
                        SchemaException.class,
                        refused ->
                                assertThat(refused.code()).isEqualTo(ErrorCode.CHANGES_IN_A_RING))
                .hasMessageContaining("create table a (a); create table b (b)");
    }

    @Test
    void aRingOfWishesIsOpened() {
        Step first = step("a").provides(X).wishes(Set.of(Y));
        Step second = step("b").provides(Y).wishes(Set.of(X));

        assertThat(ChangeOrder.of(List.of(first, second), Set.of()).steps())
                .containsExactly(first, second);
    }
}
