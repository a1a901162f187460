package dev.limbeck.compare;

/** A fact and its place. */
record Located(Slot slot, Fact fact) {}
