package com.example.shop.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.example.shop.ShopApplication;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.watertight.guard.Guard;
import io.watertight.guard.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.data.repository.Repository;

/** Runs the guard on this shop. */
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTests {

    /** The one rule that the project is known for, in plain words; the guard holds it in all the ways around it, too. */
    @Test
    void nobodyOutsideOfAModulesInsideSaves() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..internal..")
                .should()
                .accessTargetWhere(target(owner(DescribedPredicate.<JavaClass>describe(
                                "a repository", it -> it.isAssignableTo(Repository.class))))
                        .and(target(nameStartingWith("save"))))
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackagesOf(ShopApplication.class));
    }

    @TestFactory
    Stream<DynamicTest> guard() {
        return Guard.of(ShopApplication.class).level(Level.STRICT).tests();
    }
}
