package io.watertight.testing;

/**
 * Where the tests' PostgreSQL comes from.
 *
 * @param source Docker or the embedded binaries
 * @param reason the reason, as the end of the sentence "... because ..."
 */
record PostgresChoice(Source source, String reason) {

    enum Source {
        DOCKER("a container of " + ContainerPostgresServer.IMAGE),
        EMBEDDED("the embedded binaries");

        private final String description;

        Source(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }
}
