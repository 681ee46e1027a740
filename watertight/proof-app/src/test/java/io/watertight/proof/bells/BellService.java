package io.watertight.proof.bells;

import io.watertight.proof.Work;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does a test's work in the module. */
@Service
public class BellService {

    /** In the transaction of the caller, or in none. */
    public <T> T call(Work<T> work) throws Exception {
        return work.call();
    }

    /** In the transaction of the caller, or in one of its own. */
    @Transactional
    public <T> T transact(Work<T> work) throws Exception {
        return work.call();
    }

    /** In a transaction of its own, and so on another connection. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public <T> T transactAnew(Work<T> work) throws Exception {
        return work.call();
    }

    /** In a part of the caller's transaction that can be rolled back separately. */
    @Transactional(propagation = Propagation.NESTED)
    public <T> T transactNested(Work<T> work) throws Exception {
        return work.call();
    }
}
