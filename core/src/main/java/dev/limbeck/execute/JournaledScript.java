package dev.limbeck.execute;

import dev.limbeck.dialect.Recovery;
import dev.limbeck.dialect.SessionState;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.script.RenderedText;
import dev.limbeck.script.Script;
import dev.limbeck.script.StatementDigest;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.io.Reader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends a script's statements from where it stopped to its end, and journals each.
 *
 * <p>A statement that can roll back commits together with the note that it is done. Where the
 * script does not ask for a commit after each statement, several of them that follow each other
 * share one transaction: a million rows need no million commits. Every other statement stands
 * between a note that it is about to run and one that it did.
 */
final class JournaledScript {
    private static final int MOST_TOGETHER = 500;
    private static final int LONGEST_TOGETHER = 1 << 20;

    private final RunTools tools;
    private final PreparedStep step;
    private final Script script;
    private final JournalKeeper keeper;
    private final TransactionWatch transaction = new TransactionWatch();
    private List<Piece> together = new ArrayList<>();
    private int togetherLength;

    /** A statement that is about to be sent. */
    record Piece(
            int ordinal,
            Statement statement,
            List<SqlToken> tokens,
            RenderedText text,
            Recovery kind) {
        Piece {
            tokens = List.copyOf(tokens);
        }

        /** Returns it as it stands in the script: what a variable stands for may be a secret. */
        String written() {
            return statement.text();
        }
    }

    JournaledScript(RunTools tools, PreparedStep step, Script script, JournalKeeper keeper) {
        this.tools = tools;
        this.step = step;
        this.script = script;
        this.keeper = keeper;
    }

    /**
     * Sends what is left.
     *
     * @param done how many statements are done already
     */
    void send(int done) throws StatementFailure, SQLException {
        int ordinal = 0;
        try (StatementReader reader = script.statements()) {
            for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get().isSent()) {
                    Piece piece = piece(++ordinal, next.get());
                    if (ordinal > done) {
                        send(piece, reader);
                    } else if (piece.kind() == Recovery.SESSION) {
                        // What it set ended with the session that stopped.
                        sendText(piece, reader);
                        mindIdentity(piece);
                    }
                }
            }
            sendTogether();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Piece piece(int ordinal, Statement statement) {
        List<SqlToken> tokens =
                SqlTokenizer.significant(statement.text(), tools.dialect().lexicon());
        return new Piece(
                ordinal,
                statement,
                tokens,
                tools.sender().render(script, statement),
                kind(tools, statement, tokens));
    }

    /** Returns what can be found out about a statement; of several in one text the first tells. */
    static Recovery kind(RunTools tools, Statement statement) {
        return kind(
                tools,
                statement,
                SqlTokenizer.significant(statement.text(), tools.dialect().lexicon()));
    }

    private static Recovery kind(RunTools tools, Statement statement, List<SqlToken> tokens) {
        Recovery kind = tools.dialect().recovery(tokens, tools.product());
        return kind == Recovery.TRANSACTION && statement.isProcedural() && !tools.ddlRollsBack()
                ? Recovery.UNKNOWN
                : kind;
    }

    private void send(Piece piece, StatementReader reader) throws StatementFailure, SQLException {
        boolean open = transaction.isOpen();
        transaction.saw(piece.tokens());
        if (piece.kind() != Recovery.TRANSACTION || open) {
            sendTogether();
            sendAlone(piece, reader);
        } else if (piece.statement().hasInlineData()) {
            sendTogether();
            sendWithData(piece, reader);
        } else {
            together.add(piece);
            togetherLength += piece.text().text().length();
            if (script.transactionOff()
                    || together.size() >= MOST_TOGETHER
                    || togetherLength >= LONGEST_TOGETHER) {
                sendTogether();
            }
        }
    }

    private void intend(Piece first, String checksum) throws SQLException {
        keeper.intend(first.ordinal(), checksum, first.written());
        tools.checkpoint();
    }

    private void sendAlone(Piece piece, StatementReader reader)
            throws StatementFailure, SQLException {
        String checksum = checksum(List.of(piece));
        intend(piece, checksum);
        sendText(piece, reader);
        mindIdentity(piece);
        tools.checkpoint();
        keeper.done(piece.ordinal(), piece.ordinal(), checksum, Optional.of(piece.written()));
    }

    private void sendWithData(Piece piece, StatementReader reader)
            throws StatementFailure, SQLException {
        StatementDigest digest = new StatementDigest(tools.dialect().lexicon());
        digest.add(piece.tokens());
        intend(piece, checksum(List.of(piece)));
        commit(
                () -> {
                    sendData(piece, digest.listening(reader.inlineData()));
                    keeper.done(
                            piece.ordinal(),
                            piece.ordinal(),
                            digest.finish(),
                            Optional.of(piece.written()));
                });
    }

    /** Sends what waits; what fails is tried again piece by piece, to know exactly what is done. */
    private void sendTogether() throws StatementFailure, SQLException {
        List<Piece> pieces = together;
        together = new ArrayList<>();
        togetherLength = 0;
        if (pieces.isEmpty()) {
            return;
        }
        try {
            sendInOneTransaction(pieces);
        } catch (StatementFailure | LimbeckException e) {
            if (pieces.size() == 1 || tools.cancellation().isRequested()) {
                throw e;
            }
            for (Piece piece : pieces) {
                sendInOneTransaction(List.of(piece));
            }
        }
    }

    private void sendInOneTransaction(List<Piece> pieces) throws StatementFailure, SQLException {
        Piece first = pieces.get(0);
        Optional<String> text =
                pieces.size() == 1 ? Optional.of(first.written()) : Optional.empty();
        String intended = checksum(List.of(first));
        intend(first, intended);
        String checksum = pieces.size() == 1 ? intended : checksum(pieces);
        for (int attempt = 1; ; attempt++) {
            try {
                commit(pieces, checksum, text);
                return;
            } catch (StatementFailure refused) {
                if (!tools.retry().again(refused.error(), attempt)) {
                    throw refused;
                }
            }
        }
    }

    private void commit(List<Piece> pieces, String checksum, Optional<String> text)
            throws StatementFailure, SQLException {
        int first = pieces.get(0).ordinal();
        int last = pieces.get(pieces.size() - 1).ordinal();
        commit(
                () -> {
                    for (Piece piece : pieces) {
                        tools.sender().send(step, piece, StatementDelivery.DIRECT);
                    }
                    keeper.done(first, last, checksum, text);
                });
    }

    private void commit(Transaction.Work<StatementFailure> work)
            throws StatementFailure, SQLException {
        Transaction.run(tools.connection(), work, error -> tools.errors().atCommit(step, error));
    }

    private void sendText(Piece piece, StatementReader reader) throws StatementFailure {
        if (piece.statement().hasInlineData()) {
            sendData(piece, reader.inlineData());
        } else {
            tools.sender().send(step, piece, delivery(piece));
        }
    }

    /** What the server refused may be sent again, unless something of it stayed. */
    private StatementDelivery delivery(Piece piece) {
        boolean stays =
                piece.kind() == Recovery.UNKNOWN
                        || (piece.kind() == Recovery.CATALOG && tools.ddlRollsBack());
        return stays
                ? (script, statement, text, sending) -> tools.limited().send(script, text, sending)
                : new PatientDelivery(tools.limited(), tools.retry());
    }

    private void sendData(Piece piece, Reader data) throws StatementFailure {
        try {
            tools.sender().sendWithData(step, piece, data);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ScriptException unreadable(IOException e) {
        return new ScriptException(
                Diagnostic.error(
                        ErrorCode.FILE_UNREADABLE,
                        "can't read the script to its end: " + e.getMessage(),
                        SourceLocation.of(step.shownFile())),
                e);
    }

    /** A script may become somebody who may not write the ledger. */
    private void mindIdentity(Piece piece) {
        if (piece.kind() == Recovery.SESSION
                && piece.tokens().stream()
                        .anyMatch(token -> token.is("ROLE") || token.is("AUTHORIZATION"))) {
            keeper.writeAs(
                    new JournalKeeper.Identity() {
                        @Override
                        public SessionState atStart() {
                            return tools.state();
                        }

                        @Override
                        public SessionState now() throws SQLException {
                            return tools.dialect().remember(tools.connection());
                        }
                    });
        }
    }

    /** Returns the digest of some statements, without the data that follows them. */
    private String checksum(List<Piece> pieces) {
        StatementDigest digest = new StatementDigest(tools.dialect().lexicon());
        pieces.forEach(piece -> digest.add(piece.tokens()));
        return digest.finish();
    }
}
