package dev.limbeck.compare;

import dev.limbeck.neutral.NeutralType;
import java.util.Optional;

/**
 * What a side says in a slot.
 *
 * @param shown how a person of that vendor would say it
 * @param form the same for all who mean the same
 * @param weight what a difference means
 * @param type what values there are, for a fact about a type
 */
record Fact(String shown, String form, Weight weight, Optional<NeutralType> type) {
    /** What it means when sides don't say the same. */
    enum Weight {
        /** They mean different things. */
        FIRM,
        /** Nothing: it is an expression, and can be written in many ways. */
        EXPRESSION,
        /** Nothing: the server made it for something else that is compared itself. */
        IMPLIED,
        /** Nothing: it is one vendor's own. */
        VENDOR
    }

    static Fact firm(String said) {
        return new Fact(said, said, Weight.FIRM, Optional.empty());
    }

    static Fact firm(String shown, String form) {
        return new Fact(shown, form, Weight.FIRM, Optional.empty());
    }

    static Fact expression(String shown, String form) {
        return new Fact(shown, form, Weight.EXPRESSION, Optional.empty());
    }

    static Fact implied(String said) {
        return new Fact(said, said, Weight.IMPLIED, Optional.empty());
    }

    static Fact vendor(String said) {
        return new Fact(said, said, Weight.VENDOR, Optional.empty());
    }

    static Fact type(String shown, NeutralType type) {
        return new Fact(shown, type.toString(), Weight.FIRM, Optional.of(type));
    }
}
