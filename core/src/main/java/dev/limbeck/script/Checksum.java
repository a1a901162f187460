package dev.limbeck.script;

/**
 * What identifies a script's text; byte order mark and line ends never count.
 *
 * @param exact {@code sha256:} and the digest of the text
 * @param tokens {@code tokens-sha256:} and the digest of its tokens: comments, white space and the
 *     case of keywords left out
 */
public record Checksum(String exact, String tokens) {}
