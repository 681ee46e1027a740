package io.watertight.benchmarks.replay;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** The shop's response to a request. */
record Answer(int status, String body) {

    /**
     * @throws RefusedException if the body does not match the contract
     */
    <T> T as(Class<T> type) {
        try {
            return ShopJson.MAPPER.readValue(body, type);
        } catch (JacksonException e) {
            throw new RefusedException(
                    "HTTP %d with an unexpected body".formatted(status), String.valueOf(e.getOriginalMessage()));
        }
    }

    RefusedException refused() {
        ShopJson.ProblemDetail problem = problem();
        String kind = Stream.of("HTTP " + status, problem.title())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new RefusedException(kind, Objects.requireNonNullElse(problem.detail(), ""));
    }

    private ShopJson.ProblemDetail problem() {
        try {
            return ShopJson.MAPPER.readValue(body, ShopJson.ProblemDetail.class);
        } catch (JacksonException e) {
            return new ShopJson.ProblemDetail(null, null);
        }
    }
}
