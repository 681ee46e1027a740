package io.watertight.security;

import java.time.Duration;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * Counts the wrong passwords from one network: for each name, and for all names together. The second limit does not apply to
 * names that have signed in from there before, so that others' attempts do not lock them out.
 */
public interface WrongPasswords {

    /**
     * {@return an attempt; empty while the name or the network has too many wrong passwords}
     *
     * @param name as it was typed
     * @param network where the attempt comes from
     * @throws AuthenticationServiceException if the count is not available at the moment
     */
    Optional<Attempt> begin(String name, String network);

    /** {@return the time after which one more password is checked} */
    Duration pause();

    /** An attempt to sign in, counted as wrong until the password turns out to be correct. One of its methods is called, once. */
    interface Attempt {

        /**
         * The password was correct.
         *
         * @return whether to tell the caller; not if so many others were wrong meanwhile that this one would no longer be compared
         */
        boolean wasRight();

        /**
         * The password was wrong.
         *
         * @return whether to tell the caller, as for a correct one
         */
        boolean wasWrong();

        /** Undoes the attempt. */
        void wasNotCompared();
    }
}
