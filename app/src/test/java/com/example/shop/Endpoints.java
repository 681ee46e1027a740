package com.example.shop;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All that controllers of the shop answer, found in the running shop. */
final class Endpoints {

    /** Controllers of libraries, which cannot carry a rule; the lock names their addresses. */
    private static final Set<String> LIBRARIES = Set.of("org.springdoc");

    private Endpoints() {}

    static List<Endpoint> of(ApplicationContext shop) {
        return shop
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(it ->
                        LIBRARIES.stream().noneMatch(it.getValue().getBeanType().getName()::startsWith))
                .flatMap(Endpoints::of)
                .sorted(Comparator.comparing(Endpoint::path)
                        .thenComparing(it -> it.method().name()))
                .toList();
    }

    private static Stream<Endpoint> of(Map.Entry<RequestMappingInfo, HandlerMethod> mapping) {
        RequestMappingInfo info = mapping.getKey();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        String consumes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(MediaType::toString)
                .orElse(MediaType.APPLICATION_JSON_VALUE);
        return info.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(it -> new Endpoint(it.asHttpMethod(), path, consumes, mapping.getValue())));
    }

    /**
     * @param path with its variables in braces
     * @param consumes a media type of the body that it takes, if it takes one
     */
    record Endpoint(HttpMethod method, String path, String consumes, HandlerMethod handler) {

        boolean hasVariable() {
            return path.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
