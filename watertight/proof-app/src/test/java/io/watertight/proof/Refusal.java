package io.watertight.proof;

import io.watertight.api.Problem;
import java.util.List;
import java.util.Map;

class Refusal extends Problem {

    Refusal(Kind kind) {
        super("shelf-is-full", kind, "The shelf is full.", List.of(new Field("lines[3].sku", "does not fit")));
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("left", List.of(new Parcel.Line("a", 1)));
    }
}
