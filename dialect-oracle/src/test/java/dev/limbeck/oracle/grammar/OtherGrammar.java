package dev.limbeck.oracle.grammar;

import io.debezium.ddl.parser.oracle.generated.PlSqlLexer;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CodePointCharStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;

/**
 * Oracle's grammar as others wrote it down: the parser that Debezium reads redo logs with, of the
 * grammars-v4 line.
 */
public final class OtherGrammar {
    /** What the grammar does not know, though Oracle's manual has it. */
    private static final Map<String, Pattern> GAPS =
            Map.of(
                    "the type VECTOR of 23ai with its arguments",
                    Pattern.compile("(?is)CREATE TABLE .*\\bvector\\(.*"),
                    "a computed column that is modified",
                    Pattern.compile("(?is)ALTER TABLE .* MODIFY .* GENERATED ALWAYS AS \\(.*"),
                    "a literal DATE in the bound of a partition",
                    Pattern.compile("(?is)CREATE TABLE .* LESS THAN \\(DATE .*"),
                    "a list partition that is split",
                    Pattern.compile("(?is)ALTER TABLE .* SPLIT PARTITION \\S+ VALUES .*"),
                    "users without a password, since 18c",
                    Pattern.compile("(?is)CREATE USER .* NO AUTHENTICATION"));

    private OtherGrammar() {}

    /** Returns what the grammar has against a statement; empty where it takes it. */
    public static Optional<String> objection(String statement) {
        Optional<String> found = refusal(statement);
        List<String> known =
                GAPS.entrySet().stream()
                        .filter(gap -> gap.getValue().matcher(statement).matches())
                        .map(Map.Entry::getKey)
                        .toList();
        if (known.isEmpty()) {
            return found;
        }
        return found.isPresent()
                ? Optional.empty()
                : Optional.of("the grammar has no such gap any more: " + known);
    }

    /** Returns what the grammar says of a statement, whatever is known of the grammar. */
    public static Optional<String> refusal(String statement) {
        try {
            tree(statement);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** That the grammar does not take a text. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /** Returns the tree of a statement. */
    public static PlSqlParser.Sql_scriptContext tree(String statement) {
        Thrower thrower = new Thrower();
        PlSqlLexer lexer = new PlSqlLexer(new UpperCase(CharStreams.fromString(statement)));
        lexer.removeErrorListeners();
        lexer.addErrorListener(thrower);
        PlSqlParser parser = new PlSqlParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(thrower);
        PlSqlParser.Sql_scriptContext tree = parser.sql_script();
        if (parser.getCurrentToken().getType() != Token.EOF) {
            throw new RefusedException("stops at " + parser.getCurrentToken().getText());
        }
        return tree;
    }

    private static final class Thrower extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException e) {
            throw new RefusedException("line " + line + ":" + column + " " + message);
        }
    }

    /** The grammar knows words in upper case only; texts keep theirs. */
    private static final class UpperCase implements CharStream {
        private final CodePointCharStream text;

        UpperCase(CodePointCharStream text) {
            this.text = text;
        }

        @Override
        public int LA(int distance) {
            int found = text.LA(distance);
            return found <= 0
                    ? found
                    : Character.toString(found).toUpperCase(Locale.ROOT).codePointAt(0);
        }

        @Override
        public String getText(Interval interval) {
            return text.getText(interval);
        }

        @Override
        public void consume() {
            text.consume();
        }

        @Override
        public int mark() {
            return text.mark();
        }

        @Override
        public void release(int marker) {
            text.release(marker);
        }

        @Override
        public int index() {
            return text.index();
        }

        @Override
        public void seek(int index) {
            text.seek(index);
        }

        @Override
        public int size() {
            return text.size();
        }

        @Override
        public String getSourceName() {
            return text.getSourceName();
        }
    }
}
