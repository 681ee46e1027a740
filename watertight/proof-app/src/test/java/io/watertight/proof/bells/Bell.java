package io.watertight.proof.bells;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "bells")
public record Bell(@Id @Nullable Integer id, String name) {}
