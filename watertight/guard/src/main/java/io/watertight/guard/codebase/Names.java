package io.watertight.guard.codebase;

/** Types of frameworks that tell what a class is. A test makes sure that each of them exists. */
final class Names {

    static final String MODULITHIC = "org.springframework.modulith.Modulithic";
    static final String APPLICATION_MODULE = "org.springframework.modulith.ApplicationModule";
    static final String NAMED_INTERFACE = "org.springframework.modulith.NamedInterface";
    static final String REPOSITORY = "org.springframework.data.repository.Repository";
    static final String RELATIONAL_TABLE = "org.springframework.data.relational.core.mapping.Table";
    static final String RELATIONAL_COLUMN = "org.springframework.data.relational.core.mapping.Column";
    static final String RELATIONAL_COLLECTION = "org.springframework.data.relational.core.mapping.MappedCollection";
    static final String DATA_ID = "org.springframework.data.annotation.Id";
    static final String QUERY = "org.springframework.data.jdbc.repository.query.Query";
    static final String TRANSIENT = "org.springframework.data.annotation.Transient";

    private Names() {}
}
