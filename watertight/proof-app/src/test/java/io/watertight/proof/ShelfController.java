package io.watertight.proof;

import io.watertight.api.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** A shelf in its seventh version. */
@RestController
@RequestMapping("/shelf")
class ShelfController {

    private static final Shelf SHELF = new Shelf("top", 7);

    @GetMapping
    Shelf read() {
        return SHELF;
    }

    @GetMapping("/entity")
    ResponseEntity<Shelf> readEntity() {
        return ResponseEntity.ok(SHELF);
    }

    @PutMapping
    Shelf revise(ExpectedVersion expected) {
        expected.check(SHELF.version());
        return SHELF;
    }

    /** Compares the header as Spring does. */
    @PostMapping("/clear-by-hand")
    @Nullable
    String clearByHand(WebRequest request) {
        return request.checkNotModified("7") ? null : "as expected";
    }

    @PostMapping("/clear")
    String clear(@Nullable ExpectedVersion expected) {
        if (expected == null) {
            return "unconditionally";
        }
        expected.check(SHELF.version());
        return "as expected";
    }
}
