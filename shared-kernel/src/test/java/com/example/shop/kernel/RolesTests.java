package com.example.shop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.api.Actor;
import io.watertight.api.NotPermittedException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTests {

    private final Actor customer = new Actor("ada", Set.of(Roles.CUSTOMER), Map.of(Roles.CUSTOMER_NUMBER, "12356"));

    @ParameterizedTest
    @ValueSource(strings = {Roles.CLERK, Roles.ADMIN})
    void letStaffActForAnyCustomer(String role) {
        Actor staff = new Actor("eve", Set.of(role), Map.of());
        assertThat(Roles.mayActFor(staff, "12356")).isTrue();
        assertThatCode(() -> Roles.requireStaff(staff)).doesNotThrowAnyException();
    }

    @Test
    void letTheShopItselfActForAnyCustomer() {
        assertThat(Roles.mayActFor(Actor.system(), "12356")).isTrue();
    }

    @Test
    void letCustomersActForThemselvesOnly() {
        assertThat(Roles.mayActFor(customer, "12356")).isTrue();
        assertThat(Roles.mayActFor(customer, "12357")).isFalse();
        assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() -> Roles.requireStaff(customer));
    }

    @Test
    void letNobodyActWhoHasTheNumberOfACustomerButNotTheRole() {
        assertThat(Roles.mayActFor(
                        new Actor("bot", Set.of("reporting"), Map.of(Roles.CUSTOMER_NUMBER, "12356")), "12356"))
                .isFalse();
    }
}
