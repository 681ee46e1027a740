package com.example.testsupport;

/**
 * Where the tests' PostgreSQL comes from.
 *
 * @param source Docker or the embedded binaries
 * @param reason why, as the end of the sentence "... because ..."
 */
record PostgresChoice(Source source, String reason) {

    enum Source {
        DOCKER,
        EMBEDDED
    }
}
