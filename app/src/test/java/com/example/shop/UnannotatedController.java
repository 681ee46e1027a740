package com.example.shop;

import com.example.shop.Endpoints.Endpoint;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A controller whose author has not thought of who may call it. */
@RestController
class UnannotatedController {

    static final String PATH = "/forgotten";

    @GetMapping(PATH)
    String secret() {
        return "secret";
    }

    Endpoint asEndpoint(List<Endpoint> all) {
        return all.stream().filter(it -> it.path().equals(PATH)).findAny().orElseThrow();
    }
}
