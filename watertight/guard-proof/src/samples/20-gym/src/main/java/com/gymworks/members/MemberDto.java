package com.gymworks.members;

import lombok.Builder;

@Builder
public record MemberDto(Long id, String name, Address address) {}
