package io.watertight.security.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import io.watertight.api.Actor;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.servlet.FlashMap;

/** What a session holds outlives a restart, and a new release signs people out instead of failing. */
class LenientDeserializerTests {

    private final LenientDeserializer sessions =
            new LenientDeserializer(getClass().getClassLoader(), List.of("com.nimbusds.jose"));

    @Test
    void readsWhatWasStored() {
        Actor actor = new Actor("max", Set.of("reader"), Map.of("branch", "7"));
        assertThat(sessions.convert(new SerializingConverter().convert(actor))).isEqualTo(actor);
    }

    @ParameterizedTest
    @MethodSource
    void readsWhatSpringStores(Object attribute) {
        assertThat(sessions.convert(new SerializingConverter().convert(attribute)))
                .hasSameClassAs(attribute);
    }

    static Stream<Object> readsWhatSpringStores() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/notes");
        request.setParameter("words", "a");
        BeanPropertyBindingResult form = new BeanPropertyBindingResult("note", "form");
        form.addError(new FieldError("form", "words", "is required"));
        FlashMap flash = new FlashMap();
        flash.put("done", "The note is kept.");
        flash.put("form", form);
        flash.addTargetRequestParam("words", "a");
        flash.startExpirationPeriod(180);
        UsernamePasswordAuthenticationToken caller = UsernamePasswordAuthenticationToken.authenticated(
                new User("max", "", Set.of(new SimpleGrantedAuthority("ROLE_reader"))),
                null,
                List.of(FactorGrantedAuthority.fromAuthority("FACTOR_PASSWORD")));
        caller.setDetails(new WebAuthenticationDetails(request));
        return Stream.of(
                new SecurityContextImpl(caller),
                new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "token"),
                new DefaultSavedRequest(request),
                new BadCredentialsException("Wrong", new IllegalStateException("why")),
                new CopyOnWriteArrayList<>(List.of(flash)),
                new ConcurrentHashMap<>(Map.of("words", List.of("a"))),
                TimeZone.getTimeZone("Europe/London"));
    }

    @Test
    void createsNoObjectOfAClassThatHasNoPlaceInASession() {
        byte[] stored = new SerializingConverter().convert(new File("passwords"));
        assertThat(sessions.convert(stored)).isNull();
    }

    /** An application may have a principal of its own; here another library's package stands for those of the application. */
    @Test
    void readsWhatTheApplicationItselfPutThere() {
        byte[] stored = new SerializingConverter().convert(JOSEObjectType.JWT);
        assertThat(sessions.convert(stored)).isEqualTo(JOSEObjectType.JWT);
        assertThat(new LenientDeserializer(getClass().getClassLoader(), List.of()).convert(stored))
                .isNull();
    }

    @Test
    void readsNothingFromWhatItDoesNotKnow() {
        assertThat(sessions.convert(new byte[] {1, 2, 3})).isNull();
    }
}
