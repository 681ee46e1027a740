package io.watertight.proof;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/parcels")
class ParcelController {

    private final ParcelService parcels;

    ParcelController(ParcelService parcels) {
        this.parcels = parcels;
    }

    @PostMapping
    Parcel echo(@RequestBody Parcel parcel) {
        return parcel;
    }

    @PostMapping("/checked-by-service")
    Parcel checkedByService(@RequestBody Parcel parcel) {
        return parcels.accept(parcel);
    }

    @PostMapping("/checked-by-controller")
    Parcel checkedByController(@Valid @RequestBody Parcel parcel) {
        return parcel;
    }

    @PostMapping("/lines-checked-by-service")
    int linesCheckedByService(@RequestBody List<Parcel.Line> lines) {
        return parcels.count(lines);
    }

    @PostMapping("/lines-checked-by-controller")
    int linesCheckedByController(@RequestBody List<Parcel.@NotNull @Valid Line> lines) {
        return lines.size();
    }

    @PostMapping("/keyed")
    String keyed(@RequestHeader("Idempotency-Key") String key) {
        return key;
    }

    @PostMapping("/keyed-or-not")
    String keyedOrNot(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        return key == null ? "none" : "some";
    }

    @PostMapping("/form")
    String form(@RequestParam String words) {
        return words;
    }

    @PostMapping("/upload")
    String upload(@RequestBody String text) {
        return "read " + text.length();
    }

    @PostMapping("/file")
    int file(InputStream file) throws IOException {
        return file.readAllBytes().length;
    }

    @GetMapping("/named/{name}")
    String named(@PathVariable String name) {
        return name;
    }

    @GetMapping("/numbered/{number}")
    int numbered(@PathVariable int number) {
        return number;
    }

    /** What to look for; its parameters are bound to a record. */
    record Query(@Nullable String words, @Nullable Instant from) {}

    @GetMapping("/found")
    Query found(Query query) {
        return query;
    }

    @GetMapping("/search")
    String search(
            @RequestParam @Max(500) int limit,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) Parcel.@Nullable Speed speed) {
        return limit + " of " + words;
    }
}
