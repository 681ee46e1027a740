package io.watertight.security.remote;

import io.watertight.api.Problem;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the refusal of a service travels: its problem detail also says of what to make the same exception again. */
@RestControllerAdvice(assignableTypes = ServedService.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RemoteProblems {

    private static final String KIND = "kind";
    private static final String FIELDS = "fields";
    private static final String EXCEPTION = "exception";
    private static final String ARGUMENTS = "arguments";

    RemoteProblems() {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detailOf(problem));
    }

    /** {@return what travels} */
    public static ProblemDetail detailOf(Problem problem) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, problem.detail());
        detail.setType(URI.create(problem.type()));
        detail.setProperty(KIND, problem.kind());
        detail.setProperty(FIELDS, problem.fields());
        detail.setProperty(EXCEPTION, problem.getClass().getName());
        detail.setProperty(ARGUMENTS, problem.arguments());
        return detail;
    }

    /** {@return what the service has thrown; for any other answer, what went wrong between the processes} */
    static RuntimeException rebuilt(String module, ClientHttpResponse response, JsonMapper json) throws IOException {
        JsonNode detail;
        try {
            detail = json.readTree(response.getBody().readAllBytes());
        } catch (JacksonException e) {
            detail = json.nullNode();
        }
        if (detail.has(EXCEPTION)) {
            return rebuilt(detail, json);
        }
        String answer = "The process of module '%s' answered %s: %s"
                .formatted(
                        module, response.getStatusCode(), detail.path("detail").asString("no problem detail"));
        // No Problem, but what Spring throws when two change the same thing: the caller's client may try again.
        return response.getStatusCode() == HttpStatus.CONFLICT
                ? new OptimisticLockingFailureException(answer)
                : new IllegalStateException(answer);
    }

    /** {@return the exception that has travelled as this problem detail} */
    public static Problem rebuilt(JsonNode detail, JsonMapper json) {
        try {
            Class<?> type = ClassUtils.forName(detail.get(EXCEPTION).asString(), Problem.class.getClassLoader());
            if (Problem.class.isAssignableFrom(type)) {
                Constructor<?> constructor = type.getConstructors()[0];
                Type[] parameters = constructor.getGenericParameterTypes();
                JsonNode arguments = detail.path(ARGUMENTS);
                return (Problem) constructor.newInstance(IntStream.range(0, parameters.length)
                        .mapToObj(it -> json.treeToValue(arguments.path(it), json.constructType(parameters[it])))
                        .toArray());
            }
        } catch (ReflectiveOperationException | JacksonException | IndexOutOfBoundsException e) {
            return new ProblemOfAnotherRelease(detail, json);
        }
        return new ProblemOfAnotherRelease(detail, json);
    }

    /** One whose class, arguments or kind are unknown here: it says the same to people. */
    private static class ProblemOfAnotherRelease extends Problem {

        ProblemOfAnotherRelease(JsonNode detail, JsonMapper json) {
            super(
                    detail.path("type").asString(),
                    kindOf(detail.path(KIND).asString("")),
                    detail.path("detail").asString(),
                    List.of(json.treeToValue(detail.withArray(FIELDS), Field[].class)));
        }

        private static Kind kindOf(String name) {
            return EnumSet.allOf(Kind.class).stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElse(Kind.UNPROCESSABLE);
        }
    }
}
