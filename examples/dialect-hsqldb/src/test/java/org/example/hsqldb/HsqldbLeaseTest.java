package org.example.hsqldb;

import dev.limbeck.dialect.LeaseTable;
import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.LeaseContract;

/** The lease that stands in for a lock of the session keeps what is asked of leases. */
class HsqldbLeaseTest extends LeaseContract {
    @Override
    protected DatabaseUnderTest subject() {
        return new HsqldbUnderTest();
    }

    @Override
    protected LeaseTable table() {
        return new HsqldbLeases("PUBLIC");
    }
}
