package io.watertight.testing.processes;

import io.watertight.testing.processes.ChildProcess.Command;
import io.watertight.testing.processes.ComposeFile.Service;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How the services of a Compose file are started on this machine: with its addresses, logins and keys. */
record LocalSettings(
        Class<?> application,
        ComposeFile compose,
        Map<String, URI> addresses,
        KeyFiles keys,
        JdbcConnectionDetails database,
        FlywayConnectionDetails migrator,
        List<String> args) {

    private static final Pattern ADDRESS = Pattern.compile("http://([\\w-]+):\\d+");

    /** Settings of a container's JVM, such as how long a name keeps its address. */
    private static final String OF_CONTAINERS = "JDK_JAVA_OPTIONS";

    /**
     * Creates the logins of the processes, each with the name and password that its service sets: it may assume roles, and has no
     * rights of its own.
     */
    void createLogins() {
        var client = JdbcClient.create(new DriverManagerDataSource(
                database.getJdbcUrl(),
                Objects.toString(migrator.getUsername(), ""),
                Objects.toString(migrator.getPassword(), "")));
        compose.processes().values().forEach(it -> {
            var settings = asItReadsThem(it);
            createLogin(
                    client,
                    settings.getRequiredProperty("spring.datasource.username"),
                    settings.getProperty("spring.datasource.password", ""));
        });
    }

    /** Creates a login if it is missing, and sets its password. */
    private static void createLogin(JdbcClient client, String login, String password) {
        var known = client.sql("select exists (select from pg_roles where rolname = ?)")
                .param(login)
                .query(Boolean.class)
                .single();
        if (!known) {
            execute(client, "create role %1$I login noinherit", login, password);
        }
        execute(client, "alter role %1$I password %2$L", login, password);
        execute(client, "grant connect on database %3$I to %1$I", login, password);
    }

    /** Statements that take no parameters; the server quotes the names and the password in them. */
    private static void execute(JdbcClient client, String statement, String login, String password) {
        var sql = client.sql("select format(?, ?, ?, current_database())")
                .params(statement, login, password)
                .query(String.class)
                .single();
        client.sql(sql).update();
    }

    /** {@return a process that migrates, and whose output is for the console} */
    Command first(Service service) {
        var properties = new HashMap<>(Map.of(
                "spring.datasource.url",
                database.getJdbcUrl(),
                "spring.datasource.username",
                Objects.toString(database.getUsername(), ""),
                "spring.datasource.password",
                Objects.toString(database.getPassword(), ""),
                "spring.main.banner-mode",
                "off",
                "logging.level.root",
                "warn",
                "logging.level.io.watertight",
                "info"));
        properties.putAll(asMigrator());
        return command(service, properties);
    }

    /** {@return a process that answers at the address} */
    Command process(Service service, URI address, String broker) {
        var properties = new HashMap<>(Map.of(
                "server.address", address.getHost(),
                "server.port", String.valueOf(address.getPort()),
                "spring.datasource.url", database.getJdbcUrl(),
                "spring.kafka.bootstrap-servers", broker));
        if (!asItReadsThem(service).getProperty("spring.flyway.password", "").isEmpty()) {
            properties.putAll(asMigrator());
        }
        return command(service, properties);
    }

    private Map<String, String> asMigrator() {
        return Map.of(
                "spring.flyway.user", Objects.toString(migrator.getUsername(), ""),
                "spring.flyway.password", Objects.toString(migrator.getPassword(), ""));
    }

    private Command command(Service service, Map<String, String> properties) {
        var environment = new HashMap<>(service.environment());
        environment.remove(OF_CONTAINERS);
        environment.replaceAll((_, value) -> keys.in(locally(value)));
        // The address is the proxy's.
        var own = args.stream().filter(it -> !it.startsWith("--server."));
        var arguments = Stream.concat(service.command().stream(), own).toList();
        return new Command(application, properties, arguments, environment, compose.variables());
    }

    private String locally(String value) {
        return ADDRESS.matcher(value)
                .replaceAll(it -> Matcher.quoteReplacement(Optional.ofNullable(addresses.get(it.group(1)))
                        .map(URI::toString)
                        .orElse(it.group())));
    }

    /** Resolves a setting as the application does, whose own settings name variables. */
    private static Environment asItReadsThem(Service service) {
        var environment = new StandardEnvironment();
        var variables = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment
                .getPropertySources()
                .replace(
                        variables,
                        new SystemEnvironmentPropertySource(variables, new HashMap<>(service.environment())));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }
}
