package dev.limbeck.sql;

import dev.limbeck.sql.SqlToken.Kind;

/** A unit that ends at the first terminator outside its compound statements. */
final class CompoundBody implements ProgramBody {
    private final boolean atomic;
    private final ProgramHeader header;
    private final CompoundNesting nesting = new CompoundNesting();
    private ProgramHeader.Outcome stage = ProgramHeader.Outcome.HEADER;

    CompoundBody(StoredPrograms.Body body) {
        atomic = body == StoredPrograms.Body.ATOMIC_BLOCK;
        header = new ProgramHeader(body);
    }

    @Override
    public void begin(String kind, int start, Kind token, SqlScanner scanner) {
        nesting.reset();
        if (!kind.isEmpty()) {
            stage = ProgramHeader.Outcome.HEADER;
            header.reset(kind);
            return;
        }
        stage = ProgramHeader.Outcome.COMPOUND_BODY;
        if (scanner.start() == start) {
            nesting.accept(token, scanner);
        } else {
            // The second word of BEGIN NOT ATOMIC.
            nesting.openBlock(start);
        }
    }

    @Override
    public void accept(Kind token, SqlScanner scanner) {
        if (token == Kind.EXECUTABLE_MARK || stage == ProgramHeader.Outcome.SIMPLE_BODY) {
            return;
        }
        if (stage != ProgramHeader.Outcome.HEADER) {
            nesting.accept(token, scanner);
            return;
        }
        stage = header.accept(token, scanner);
        if (stage == ProgramHeader.Outcome.ATOMIC_BODY) {
            nesting.openBlock(header.beginAt());
        } else if (stage == ProgramHeader.Outcome.COMPOUND_BODY) {
            nesting.accept(token, scanner);
        }
    }

    @Override
    public boolean isOpen() {
        return nesting.isOpen();
    }

    @Override
    public int openedAt() {
        return nesting.isOpen() ? nesting.openedAt() : -1;
    }

    @Override
    public boolean isBlock() {
        return !atomic || stage == ProgramHeader.Outcome.ATOMIC_BODY;
    }

    @Override
    public boolean isOpaque() {
        return false;
    }
}
