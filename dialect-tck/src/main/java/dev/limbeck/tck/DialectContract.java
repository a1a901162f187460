package dev.limbeck.tck;

import org.junit.jupiter.api.Nested;

/**
 * All that is asked of a dialect. A test class extends this and supplies the database; each concern
 * is a nested class, and may also be run by itself by extending it.
 */
public abstract class DialectContract {
    /** Returns what is tested; called for each test. */
    protected abstract DatabaseUnderTest subject();

    @Nested
    class Registration extends RegistrationContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Names extends IdentifierContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Text extends LexiconContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class LedgerTypes extends LedgerTypeContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Ledgers extends LedgerContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Executions extends ExecutionContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Interferences extends InterferenceContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Stamps extends StampContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Resumptions extends ResumeContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Concurrency extends ConcurrencyContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Patience extends PatienceContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class MadeUpScripts extends FuzzContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Advice extends AdviceContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Locks extends LockContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Transactions extends TransactionContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Errors extends ErrorContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class InlineData extends InlineDataContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Sessions extends SessionContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class OfflineScripts extends OfflineStyleContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Refusals extends RefusalContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Introspections extends IntrospectContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }

    @Nested
    class Diffs extends DiffContract {
        @Override
        protected DatabaseUnderTest subject() {
            return DialectContract.this.subject();
        }
    }
}
