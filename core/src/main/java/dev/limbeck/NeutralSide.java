package dev.limbeck;

import dev.limbeck.autogenerate.Side;
import java.util.Optional;

/**
 * One side of a comparison of several vendors.
 *
 * @param name what it is called in answers
 * @param side where the schema comes from
 * @param dialect the dialect it is seen through, where it is no live database; empty: the
 *     configured one
 */
public record NeutralSide(String name, Side side, Optional<String> dialect) {}
