package com.gymworks.members;

import jakarta.persistence.Embeddable;

@Embeddable
public record Address(String street, String town) {}
