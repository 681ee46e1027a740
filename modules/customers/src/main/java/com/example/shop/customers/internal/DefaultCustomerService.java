package com.example.shop.customers.internal;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.BuyerDto;
import com.example.shop.customers.CustomerDeactivated;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerExistsException;
import com.example.shop.customers.CustomerInactiveException;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerRevision;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import com.example.shop.customers.UnknownBuyerException;
import com.example.shop.customers.UnknownCustomerException;
import com.example.shop.kernel.Roles;
import io.watertight.api.Actor;
import io.watertight.api.AuditTrail;
import io.watertight.api.Audited;
import io.watertight.api.CanonicalText;
import io.watertight.api.Country;
import io.watertight.api.CurrentActor;
import io.watertight.api.Cursor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import io.watertight.api.SearchWords;
import io.watertight.pattern.ModuleService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.annotation.Transactional;

@ModuleService
class DefaultCustomerService implements CustomerService {

    private final CustomerRepository customers;
    private final CustomerMapper mapper;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final CurrentActor actors;

    DefaultCustomerService(
            CustomerRepository customers,
            CustomerMapper mapper,
            ApplicationEventPublisher events,
            AuditTrail audit,
            CurrentActor actors) {
        this.customers = customers;
        this.mapper = mapper;
        this.events = events;
        this.audit = audit;
        this.actors = actors;
    }

    @Override
    @Transactional
    @Audited(subject = "result.number")
    public CustomerDto register(NewCustomer command) {
        Roles.requireStaff(actors.actor());
        try {
            Customer customer = customers.save(Customer.register(command));
            customers.recordRegistration(customer.id());
            return mapper.toDto(customer);
        } catch (DuplicateKeyException e) {
            throw new CustomerExistsException(command.number());
        }
    }

    @Override
    @Transactional
    @Audited(subject = "result.number")
    public CustomerDto revise(String number, CustomerRevision revision, ExpectedVersion expected) {
        Roles.requireStaff(actors.actor());
        return change(number, expected, it -> it.revise(revision));
    }

    @Override
    @Transactional
    @Audited(subject = "result.number")
    public CustomerDto replaceAddresses(String number, List<AddressDto> addresses, ExpectedVersion expected) {
        Roles.requireStaff(actors.actor());
        return change(number, expected, it -> it.moveTo(mapper.toAddresses(addresses)));
    }

    @Override
    @Transactional
    @Audited(subject = "result.number")
    public CustomerDto deactivate(String number) {
        Roles.requireStaff(actors.actor());
        Optional<Instant> deactivated = customers.deactivate(CanonicalText.key(number));
        CustomerDto customer = view(number);
        deactivated.ifPresentOrElse(
                it -> events.publishEvent(new CustomerDeactivated(customer.number(), customer.version(), it)),
                audit::nothingChanged);
        return customer;
    }

    @Override
    @Transactional
    @Audited(subject = "result.number")
    public CustomerDto reactivate(String number) {
        Roles.requireStaff(actors.actor());
        if (!customers.reactivate(CanonicalText.key(number))) {
            audit.nothingChanged();
        }
        return view(number);
    }

    @Override
    public CustomerDto customer(String number) {
        requireOwn(number);
        return view(number);
    }

    @Override
    public List<AddressDto> addresses(String number) {
        requireOwn(number);
        return mapper.toAddressDtos(find(number, ExpectedVersion.any()).addresses());
    }

    @Override
    public List<CustomerDto> customers(Set<String> numbers) {
        Actor actor = actors.actor();
        return customers.viewByNumbers(numbers.stream()
                .map(CanonicalText::key)
                .filter(it -> Roles.mayActFor(actor, it))
                .toArray(String[]::new));
    }

    @Override
    public PageDto<CustomerDto> search(CustomerQuery query) {
        Roles.requireStaff(actors.actor());
        String list = "customers/%s/%s/%s".formatted(query.words(), query.country(), query.active());
        String after = query.cursor() == null
                ? ""
                : Cursor.decode(list, query.cursor(), 1).key().getFirst();
        List<CustomerDto> rows = customers.search(
                after,
                SearchWords.toTsQuery(query.words()),
                query.country() == null ? null : spellingsOf(query.country()),
                query.active(),
                query.limit() + 1);
        return PageDto.of(rows, query.limit(), last -> new Cursor(list, List.of(last.number())));
    }

    private String[] spellingsOf(String country) {
        return customers.countries().stream()
                .filter(it -> Country.isSame(it, country))
                .toArray(String[]::new);
    }

    @Override
    public List<String> unknownCountries() {
        Roles.requireStaff(actors.actor());
        return customers.countries().stream()
                .filter(it -> Country.codeOf(it) == null)
                .toList();
    }

    @Override
    @Transactional
    public BuyerDto buyer(String number) {
        String key = CanonicalText.key(number);
        if (!Roles.mayActFor(actors.actor(), key)) {
            throw new UnknownBuyerException(number);
        }
        CustomerDto customer = customers.holdByNumber(key).orElseThrow(() -> new UnknownBuyerException(number));
        if (!customer.active()) {
            throw new CustomerInactiveException(number);
        }
        return new BuyerDto(customer.number(), customer.country(), customer.version());
    }

    /** For anybody else the customer does not exist, so that nobody can find out who is one. */
    private void requireOwn(String number) {
        if (!Roles.mayActFor(actors.actor(), CanonicalText.key(number))) {
            throw new UnknownCustomerException(number);
        }
    }

    private CustomerDto view(String number) {
        return customers
                .viewByNumber(CanonicalText.key(number))
                .orElseThrow(() -> new UnknownCustomerException(number));
    }

    private CustomerDto change(String number, ExpectedVersion expected, UnaryOperator<Customer> change) {
        Customer customer = find(number, expected);
        Customer changed = change.apply(customer);
        if (changed.equals(customer)) {
            audit.nothingChanged();
            return mapper.toDto(customer);
        }
        try {
            return mapper.toDto(customers.save(changed));
        } catch (OptimisticLockingFailureException e) {
            throw expected.conflict(e);
        }
    }

    private Customer find(String number, ExpectedVersion expected) {
        Customer customer = customers
                .findByNumber(CanonicalText.key(number))
                .orElseThrow(() -> new UnknownCustomerException(number));
        expected.check(customer.version());
        return customer;
    }
}
