package com.gymworks.members;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import lombok.RequiredArgsConstructor;

@RequiredArgsConstructor
class UniqueEmailValidator implements ConstraintValidator<UniqueEmail, String> {

    private final MemberRepository members;

    @Override
    public boolean isValid(String email, ConstraintValidatorContext context) {
        return email == null || members.findByEmail(email).isEmpty();
    }
}
