package org.tiyanguan;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Lets a test fail one of the commits of what its thread does, as a database that goes away would. */
@Component
class FailingCommits implements TransactionExecutionListener {

    private final ThreadLocal<Integer> left = new ThreadLocal<>();

    /**
     * Whether a commit failed: the n-th of the act, of those that may have written something.
     *
     * @param n counts from 1
     */
    boolean failNth(int n, Act act) throws Exception {
        left.set(n);
        try {
            act.run();
            return left.get() == 0;
        } finally {
            left.remove();
        }
    }

    interface Act {

        void run() throws Exception;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (left.get() == null || left.get() == 0 || transaction.isReadOnly()) return;
        left.set(left.get() - 1);
        if (left.get() == 0) throw new DataAccessResourceFailureException("the database went away");
    }
}
