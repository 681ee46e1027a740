package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contract says what the shop does: every answer has the shape that is described, and what is required is missed. */
@ShopTest
class ContractAnswersTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    RestTestClient http;

    @Autowired
    ShopClient shop;

    private JsonNode contract = JSON.createObjectNode();

    @Test
    void answersAsItSays() {
        contract = shop.get("/v3/api-docs");
        String customer = shop.customer();
        String sku = shop.product(10);
        String order = shop.orderId(customer, List.of(sku), 1);
        Map<String, Object> address = Map.of(
                "label", "home", "street", "Main Street 1", "city", "Oslo", "country", "Norway", "postalCode", "0150");
        check(HttpMethod.PUT, "/api/customers/{number}/addresses", customer, List.of(address), "*");
        check(
                HttpMethod.POST,
                "/api/products/{sku}/stock-corrections",
                sku,
                Map.of("change", 1, "reason", "found"),
                "");
        check(HttpMethod.POST, "/api/customers", "", Map.of("number", ShopClient.fresh("N"), "country", "Norway"), "");
        check(HttpMethod.PUT, "/api/customers/{number}", customer, Map.of("country", "Norway", "name", "Max"), "*");
        check(HttpMethod.PUT, "/api/products/{sku}", sku, Map.of("name", "Lamp", "price", ShopClient.gbp("1.10")), "*");
        for (String path : List.of("/api/customers?limit=1", "/api/orders?limit=1", "/api/products?limit=1")) {
            check(HttpMethod.GET, path, "", "", "");
        }
        for (String path : List.of("/api/sales/by-month", "/api/sales/by-country")) {
            check(HttpMethod.GET, path, "", "", "");
        }
        for (String path : List.of("/api/customers/{number}", "/api/customers/{number}/addresses")) {
            check(HttpMethod.GET, path, customer, "", "");
        }
        for (String path :
                List.of("/api/products/{sku}", "/api/products/{sku}/prices", "/api/products/{sku}/stock-corrections")) {
            check(HttpMethod.GET, path, sku, "", "");
        }
        check(HttpMethod.GET, "/api/orders/{id}", order, "", "");
        check(HttpMethod.POST, "/api/orders/{id}/ship", order, "", "");
        check(HttpMethod.POST, "/api/orders", "", ShopClient.orderOf(customer, List.of(sku), 1), "");
        check(HttpMethod.POST, "/api/customers/{number}/deactivate", customer, "", "");
        check(HttpMethod.POST, "/api/products/{sku}/discontinue", sku, "", "");
    }

    @Test
    void refusesWhatItDoesNotAllow() {
        contract = shop.get("/v3/api-docs");
        Map<String, Object> bodies = Map.of(
                "/api/products",
                Map.of("sku", "CONTRACT", "name", "Lamp", "price", ShopClient.gbp("1.00"), "stock", 1),
                "/api/orders",
                ShopClient.orderOf("NOBODY", List.of("A"), 1),
                "/api/customers",
                Map.of("number", "CONTRACT", "country", "Norway"),
                "/api/products/{sku}/stock-corrections",
                Map.of("change", 1, "reason", "found"));
        bodies.forEach((path, body) -> {
            JsonNode schema = resolved(contract.at(pointer(path, "post") + "/requestBody/content")
                    .get(MediaType.APPLICATION_JSON_VALUE)
                    .get("schema"));
            ObjectNode whole = (ObjectNode) JSON.valueToTree(body);
            assertThat(whole.propertyNames()).as(path).containsAll(required(schema));
            for (String field : required(schema)) {
                assertRefused(path, without(field, whole));
                assertRefused(path, whole.deepCopy().putNull(field));
            }
            assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
            assertRefused(path, whole.deepCopy().put("not-known", 1));
        });
    }

    @Test
    void refusesByNameWhatIsMissingOrStale() {
        contract = shop.get("/v3/api-docs");
        Map<String, Object> customer = Map.of("country", "Norway");
        String number = shop.customer();
        assertProblem(404, HttpMethod.GET, "/api/orders/{id}", UUID.randomUUID().toString(), "", "");
        assertProblem(404, HttpMethod.POST, "/api/customers/{number}/deactivate", "NOBODY", "", "");
        assertProblem(412, HttpMethod.PUT, "/api/customers/{number}", number, customer, "\"7\"");
        assertProblem(428, HttpMethod.PUT, "/api/customers/{number}", number, customer, "");
        assertThat(contract.at(pointer("/api/customers/{number}/deactivate", "post") + "/responses")
                        .propertyNames())
                .contains("404", "503", "4XX")
                .doesNotContain("412", "428");
    }

    private void assertProblem(int status, HttpMethod method, String path, String key, Object body, String version) {
        ExchangeResult answer = send(method, path, key, body, version);
        assertThat(answer.getStatus().value()).as("%s %s", method, path).isEqualTo(status);
        JsonNode schema = contract.at("%s/responses/%s/content"
                        .formatted(pointer(path, method.name().toLowerCase(Locale.ROOT)), status))
                .path(MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .path("schema");
        assertThat(differences(JSON.readTree(answer.getResponseBodyContent()), schema, ""))
                .isEmpty();
    }

    private static JsonNode without(String field, ObjectNode body) {
        ObjectNode rest = body.deepCopy();
        rest.remove(field);
        return rest;
    }

    private void assertRefused(String path, JsonNode body) {
        ExchangeResult answer = send(HttpMethod.POST, path, "A", body, "");
        assertThat(answer.getStatus().value()).as("%s %s", path, body).isEqualTo(400);
        JsonNode schema = contract.at(pointer(path, "post") + "/responses/4XX/content")
                .get(MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .get("schema");
        assertThat(differences(JSON.readTree(answer.getResponseBodyContent()), schema, ""))
                .isEmpty();
    }

    private void check(HttpMethod method, String path, String key, Object body, String version) {
        ExchangeResult answer = send(method, path, key, body, version);
        JsonNode responses = contract.at(
                pointer(path.replaceFirst("\\?.*", ""), method.name().toLowerCase(Locale.ROOT)) + "/responses");
        JsonNode response = responses.get(String.valueOf(answer.getStatus().value()));
        assertThat(response)
                .as("%s %s answers %s", method, path, answer.getStatus())
                .isNotNull();
        JsonNode content = JSON.readTree(answer.getResponseBodyContent());
        assertThat(differences(
                        content,
                        response.get("content")
                                .get(MediaType.APPLICATION_JSON_VALUE)
                                .get("schema"),
                        ""))
                .as("%s %s: %s", method, path, content)
                .isEmpty();
    }

    private ExchangeResult send(HttpMethod method, String path, String key, Object body, String version) {
        return http.method(method)
                .uri(path, key.isEmpty() ? new Object[0] : new Object[] {key})
                .headers(it -> {
                    if (path.equals("/api/orders")) {
                        it.set("Idempotency-Key", UUID.randomUUID().toString());
                    }
                    if (!version.isEmpty()) {
                        it.setIfMatch(version);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(byte[].class);
    }

    private static String pointer(String path, String method) {
        return "/paths/" + path.replace("/", "~1") + '/' + method;
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? contract.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    private static List<String> required(JsonNode schema) {
        return StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /** {@return where a value is not what its schema says; a field that the schema does not name is one, too} */
    private List<String> differences(JsonNode value, JsonNode reference, String path) {
        JsonNode schema = resolved(reference);
        List<String> found = new ArrayList<>();
        if (!typesOf(schema).contains(typeOf(value))) {
            found.add("%s is a %s and not one of %s".formatted(path, typeOf(value), typesOf(schema)));
        }
        if (value.isObject()) {
            required(schema).stream()
                    .filter(it -> !value.has(it))
                    .forEach(it -> found.add(path + '.' + it + " is missing"));
            value.properties().forEach(it -> {
                JsonNode property = schema.path("properties").get(it.getKey());
                if (property != null) {
                    found.addAll(differences(it.getValue(), property, path + '.' + it.getKey()));
                } else if (!schema.path("additionalProperties").asBoolean(false)) {
                    found.add(path + '.' + it.getKey() + " is not described");
                }
            });
        }
        if (value.isArray()) {
            value.forEach(it -> found.addAll(differences(it, schema.get("items"), path + "[]")));
        }
        return found;
    }

    private static List<String> typesOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList()
                : List.of(type.asString());
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "nothing";
        };
    }
}
