package dev.limbeck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MeanwhileTest {
    private final IllegalStateException first = new IllegalStateException("of the caller");
    private final IllegalStateException second = new IllegalStateException("of the other thread");

    @Test
    void bothGiveWhatTheyFound() {
        Meanwhile<String> meanwhile = Meanwhile.begin(() -> "there");

        assertEquals("here", meanwhile.during(() -> "here"));
        assertEquals("there", meanwhile.get());
    }

    @Test
    void aFailureOfTheOtherThreadIsThrownWhenItsAnswerIsWanted() {
        Meanwhile<String> meanwhile = Meanwhile.begin(() -> fail(second));

        assertEquals("here", meanwhile.during(() -> "here"));
        assertSame(second, assertThrows(IllegalStateException.class, meanwhile::get));
    }

    @Test
    void twoFailuresAreBothTold() {
        Meanwhile<String> meanwhile = Meanwhile.begin(() -> fail(second));

        RuntimeException thrown =
                assertThrows(
                        IllegalStateException.class, () -> meanwhile.during(() -> fail(first)));

        assertSame(first, thrown);
        assertSame(second, thrown.getSuppressed()[0]);
    }

    private static String fail(RuntimeException failure) {
        throw failure;
    }
}
