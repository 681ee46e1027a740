package io.watertight.security.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.api.Problem;
import io.watertight.api.Problem.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RemoteProblemsTests {

    /** A later release may know other kinds, and an earlier one fewer properties. */
    @ParameterizedTest
    @ValueSource(strings = {"""
                "kind": "TOO_EARLY", "fields": [], "arguments": []""", """
                "kind": 7, "fields": null, "arguments": null""", """
                "arguments": ["a", "b"]"""})
    void ofAnotherReleaseSayTheSameToPeople(String properties) {
        JsonMapper json = JsonMapper.shared();
        Problem rebuilt = RemoteProblems.rebuilt(json.readTree("""
                        {"type": "early", "detail": "come later", "exception": "com.example.Unknown", %s}""".formatted(properties)), json);
        assertThat(rebuilt).hasMessage("come later");
        assertThat(rebuilt.type()).isEqualTo("early");
        assertThat(rebuilt.kind()).isEqualTo(Kind.UNPROCESSABLE);
        assertThat(rebuilt.fields()).isEmpty();
    }
}
