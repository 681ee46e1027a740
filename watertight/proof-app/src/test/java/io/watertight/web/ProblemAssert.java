package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client may expect of every error. */
final class ProblemAssert extends AbstractAssert<ProblemAssert, Answer> {

    /** What only somebody who knows the inside could have written. */
    private static final Pattern INSIDE = Pattern.compile(
            "com\\.example|org\\.|java\\.|javax|jakarta|Exception|[a-z]Error|\\bat [a-z]+\\.|\\.java|secret|[Tt]omcat|[Jj]ackson|[Ss]pring|[Hh]ikari"
                    + "|[Pp]ostgre|[Jj]dbc|JDBC|SQL|static resource|Parcel|<");

    private static final JsonMapper JSON = JsonMapper.shared();

    ProblemAssert(Answer answer) {
        super(answer, ProblemAssert.class);
    }

    /** Verifies that it is a problem detail of this status and type, made for people outside. */
    ProblemAssert isProblem(int status, String type) {
        assertThat(actual.status()).as("status of %s", actual).isEqualTo(status);
        assertThat(actual.header("Content-Type")).as("type of %s", actual).isEqualTo("application/problem+json");
        JsonNode problem = problem();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).isEqualTo("urn:problem-type:" + type);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).endsWith(".").hasSizeGreaterThan(10);
        assertThat(actual.body().length()).isLessThan(2_000);
        assertThat(actual.body().replaceAll("\"instance\":\"[^\"]*\"", "")).doesNotContainPattern(INSIDE);
        return this;
    }

    /** Verifies the text for people. */
    ProblemAssert hasDetail(String detail) {
        assertThat(problem().path("detail").asString()).isEqualTo(detail);
        return this;
    }

    /** Verifies where it happened. */
    ProblemAssert hasInstance(String instance) {
        assertThat(problem().path("instance").asString()).isEqualTo(instance);
        return this;
    }

    /** Verifies which parts of the request are to blame, these and no others. */
    ProblemAssert namesFields(Collection<String> fields) {
        List<String> named = problem()
                .path("errors")
                .valueStream()
                .map(it -> it.path("field").asString())
                .toList();
        assertThat(named).as("fields of %s", actual).containsExactlyElementsOf(fields);
        return this;
    }

    /** Verifies which parts of the request are to blame, these and no others. */
    ProblemAssert namesFields(String... fields) {
        return namesFields(List.of(fields));
    }

    /** Verifies a header; the value is empty where there must be none. */
    ProblemAssert hasHeader(String name, String value) {
        assertThat(actual.header(name)).as("%s of %s", name, actual).isEqualTo(value);
        return this;
    }

    /** Verifies that it is no error, and its body. */
    ProblemAssert isOk(String body) {
        assertThat(actual.status()).as("status of %s", actual).isEqualTo(200);
        assertThat(actual.body()).isEqualTo(body);
        return this;
    }

    private JsonNode problem() {
        return JSON.readTree(actual.body());
    }
}
