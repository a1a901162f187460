package org.example.hsqldb;

import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.DialectContract;

/** The dialect passes the contract that every dialect passes. */
class HsqldbContractTest extends DialectContract {
    @Override
    protected DatabaseUnderTest subject() {
        return new HsqldbUnderTest();
    }
}
