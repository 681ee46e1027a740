package io.watertight.benchmarks.growth;

import java.util.Map;

/** A module of the size of a small one of the shop: service, DTOs, event, problem, aggregate, SQL, controller, listener. */
final class ModuleTemplates {

    private static final String API = "src/main/java/org/growth/NAME/";
    private static final String INTERNAL = API + "internal/";

    static final Map<String, String> FILES = Map.ofEntries(
            Map.entry(API + "package-info.java", """
                @org.springframework.modulith.ApplicationModule(allowedDependencies = {
                        "BEFORE", // asks
                        "kernel"})
                package org.growth.NAME;
                """),
            Map.entry(API + "NameService.java", """
                package org.growth.NAME;

                public interface NameService {
                    NameDto introduce(NewName command);

                    NameDto byNumber(String number);

                    java.util.List<NameDto> byNumbers(java.util.Set<String> numbers);

                    void retire(String number);
                }
                """),
            Map.entry(API + "NameDto.java", """
                package org.growth.NAME;

                public record NameDto(String number, String title, long version) {}
                """),
            Map.entry(API + "NewName.java", """
                package org.growth.NAME;

                public record NewName(String number, String title, java.util.List<String> labels) {
                    public NewName {
                        labels = java.util.List.copyOf(labels);
                    }
                }
                """),
            Map.entry(API + "NameRetired.java", """
                package org.growth.NAME;

                public record NameRetired(String number, java.time.Instant retiredAt) {}
                """),
            Map.entry(API + "UnknownName.java", """
                package org.growth.NAME;

                public final class UnknownName extends org.growth.kernel.Problem {
                    private static final long serialVersionUID = 1L;

                    public UnknownName(String number) {
                        super("There is no " + number);
                    }
                }
                """),
            Map.entry(INTERNAL + "Name.java", """
                package org.growth.NAME.internal;

                import org.springframework.data.annotation.*;
                import org.springframework.data.relational.core.mapping.Table;

                @Table(schema = "NAME")
                record Name(@Id java.util.UUID id, @Version Long version, String number, String title) {

                    org.growth.NAME.NameDto toDto() {
                        return new org.growth.NAME.NameDto(number, title, version == null ? 0 : version);
                    }
                }
                """),
            Map.entry(INTERNAL + "NameRepository.java", """
                package org.growth.NAME.internal;

                import org.springframework.data.jdbc.repository.query.Query;

                interface NameRepository extends org.springframework.data.repository.Repository<Name, java.util.UUID> {
                    Name save(Name it);

                    java.util.Optional<Name> findByNumber(String number);

                    @Query("select n.* from NAME.NAME n where n.number = any(:numbers) order by n.number")
                    java.util.List<Name> all(String[] numbers);
                }
                """),
            Map.entry(INTERNAL + "NameLedger.java", """
                package org.growth.NAME.internal;

                @org.springframework.stereotype.Repository
                class NameLedger {
                    private final org.springframework.jdbc.core.simple.JdbcClient jdbc;

                    NameLedger(org.springframework.jdbc.core.simple.JdbcClient jdbc) {
                        this.jdbc = jdbc;
                    }

                    boolean retire(String number) {
                        return jdbc.sql("update NAME.NAME set title = null where number = :number").param("number", number).update() == 1;
                    }
                }
                """),
            Map.entry(INTERNAL + "DefaultNameService.java", """
                package org.growth.NAME.internal;

                import org.growth.NAME.*;
                import org.springframework.transaction.annotation.Transactional;

                @org.springframework.stereotype.Service
                @Transactional
                class DefaultNameService implements NameService {
                    private final NameRepository all;
                    private final NameLedger ledger;
                    private final org.springframework.context.ApplicationEventPublisher events;
                    private final org.growth.BEFORE.BeforeService asked; // asks

                    DefaultNameService(
                            org.growth.BEFORE.BeforeService asked, // asks
                            NameRepository all, NameLedger ledger, org.springframework.context.ApplicationEventPublisher events) {
                        this.asked = asked; // asks
                        this.all = all;
                        this.ledger = ledger;
                        this.events = events;
                    }

                    @Override
                    public NameDto introduce(NewName command) {
                        asked.byNumber(command.number()); // asks
                        return all.save(new Name(java.util.UUID.randomUUID(), null, command.number(), command.title())).toDto();
                    }

                    @Override
                    @Transactional(readOnly = true)
                    public NameDto byNumber(String number) {
                        return all.findByNumber(number).map(Name::toDto).orElseThrow(() -> new UnknownName(number));
                    }

                    @Override
                    @Transactional(readOnly = true)
                    public java.util.List<NameDto> byNumbers(java.util.Set<String> numbers) {
                        return all.all(numbers.toArray(String[]::new)).stream().map(Name::toDto).toList();
                    }

                    @Override
                    public void retire(String number) {
                        if (ledger.retire(number)) {
                            events.publishEvent(new NameRetired(number, java.time.Instant.now()));
                        }
                    }
                }
                """),
            Map.entry(INTERNAL + "NameController.java", """
                package org.growth.NAME.internal;

                import org.growth.NAME.*;
                import org.springframework.web.bind.annotation.*;

                @RestController
                class NameController {
                    private final NameService service;

                    NameController(NameService service) {
                        this.service = service;
                    }

                    @GetMapping("/NAME/{number}")
                    NameDto byNumber(@PathVariable String number) {
                        return service.byNumber(number);
                    }

                    @PostMapping("/NAME")
                    NameDto introduce(@RequestBody NewName command) {
                        return service.introduce(command);
                    }
                }
                """),
            Map.entry(INTERNAL + "NameListeners.java", """
                package org.growth.NAME.internal;

                @org.springframework.stereotype.Component
                class NameListeners {
                    private final NameLedger ledger;

                    NameListeners(NameLedger ledger) {
                        this.ledger = ledger;
                    }

                    @org.springframework.modulith.events.ApplicationModuleListener(id = "NAME.retire") // asks
                    void on(org.growth.BEFORE.BeforeRetired event) { // asks
                        ledger.retire(event.number()); // asks
                    } // asks
                }
                """),
            Map.entry("src/main/resources/db/migration/NAME/V1__NAME.sql", """
                create schema NAME;

                create table NAME.NAME (
                    id      uuid   not null primary key,
                    version bigint not null,
                    number  text   not null unique,
                    title   text
                );
                """));

    private ModuleTemplates() {}
}
