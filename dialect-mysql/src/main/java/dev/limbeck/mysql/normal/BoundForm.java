package dev.limbeck.mysql.normal;

import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.schema.Expression;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings the bounds of partitions to one spelling. */
final class BoundForm {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d\\d-\\d\\d)( 00:00:00)?");

    /** The day that {@code TO_DAYS} counts as none. */
    private static final long DAYS_BEFORE_EPOCH = 719_528;

    private BoundForm() {}

    /**
     * Returns a clause with names quoted only where they must be, and blanks where they are due.
     */
    static String plain(String clause) {
        return SqlTokenizer.significant(clause, MySqlLexicon.LEXICON).stream()
                .map(
                        token ->
                                token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER
                                        ? MySqlIdentifiers.write(
                                                MySqlIdentifiers.read(token.text()))
                                        : token.text())
                .collect(Collectors.joining(" "))
                .replace("( ", "(")
                .replace(" )", ")");
    }

    static Expression of(Expression bound) {
        String canonical =
                computed(SqlTokenizer.significant(bound.source(), MySqlLexicon.LEXICON)).stream()
                        .filter(token -> !token.text().startsWith("_"))
                        .map(BoundForm::word)
                        .collect(Collectors.joining(" "));
        return bound.withCanonical(
                canonical.equals("LESS THAN ( MAXVALUE )") ? "LESS THAN MAXVALUE" : canonical);
    }

    /** The servers keep the number of a day or a year that a bound computes of a date. */
    private static List<SqlToken> computed(List<SqlToken> tokens) {
        List<SqlToken> all = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Optional<String> number =
                    i + 3 < tokens.size()
                                    && tokens.get(i + 1).isSymbol("(")
                                    && tokens.get(i + 2).kind() == SqlToken.Kind.STRING
                                    && tokens.get(i + 3).isSymbol(")")
                            ? number(tokens.get(i), tokens.get(i + 2))
                            : Optional.empty();
            SqlToken token = tokens.get(i);
            all.add(
                    number.map(text -> new SqlToken(SqlToken.Kind.NUMBER, text, token.offset()))
                            .orElse(token));
            i += number.isPresent() ? 3 : 0;
        }
        return all;
    }

    private static Optional<String> number(SqlToken function, SqlToken argument) {
        Matcher date = DATE.matcher(MySqlStrings.value(argument.text()));
        if (!date.matches()) {
            return Optional.empty();
        }
        if (function.is("YEAR")) {
            return Optional.of(String.valueOf(Integer.parseInt(date.group(1))));
        }
        if (!function.is("TO_DAYS")) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(date.group(1) + "-" + date.group(2));
            return Optional.of(String.valueOf(day.toEpochDay() + DAYS_BEFORE_EPOCH));
        } catch (DateTimeParseException e) {
            // Not a date: the server keeps it as nothing, and the text stays what it is.
            return Optional.empty();
        }
    }

    private static String word(SqlToken token) {
        return switch (token.kind()) {
            case STRING -> NeutralText.quoted(MySqlStrings.value(token.text()));
            case WORD -> token.text().toUpperCase(Locale.ROOT);
            default -> token.text();
        };
    }
}
