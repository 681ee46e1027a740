package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.Bell;
import io.watertight.proof.bells.BellRepository;
import io.watertight.proof.bells.BellService;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.relational.core.mapping.event.RelationalEvent;

@PlatformTest
class EntityEventsTests {

    @Test
    void areNotPublished(
            @Autowired BellService module,
            @Autowired BellRepository bells,
            @Autowired ConfigurableApplicationContext application)
            throws Exception {
        List<ApplicationEvent> published = new ArrayList<>();
        ApplicationListener<ApplicationEvent> listener = event -> {
            if (event instanceof RelationalEvent<?>) {
                published.add(event);
            }
        };
        application.addApplicationListener(listener);
        try {
            module.transact(() -> bells.save(new Bell(null, "quiet")));
        } finally {
            application.removeApplicationListener(listener);
        }

        assertThat(published).isEmpty();
    }
}
