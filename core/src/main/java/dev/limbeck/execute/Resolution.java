package dev.limbeck.execute;

/** What a person made of a revision whose script had stopped half way. */
public enum Resolution {
    /** All that its up script does is there. */
    APPLIED,
    /** Nothing of it is there. */
    REVERTED
}
