package com.example.shop.customers.internal;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.BuyerDto;
import com.example.shop.customers.CustomerDeactivated;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerExists;
import com.example.shop.customers.CustomerInactive;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerRevision;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import com.example.shop.customers.UnknownBuyer;
import com.example.shop.customers.UnknownCustomer;
import com.example.shop.kernel.SearchWords;
import io.watertight.api.CurrentActor;
import io.watertight.api.Cursor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

@Service
@Validated
@Transactional
class DefaultCustomerService implements CustomerService {

    private final CustomerRepository customers;
    private final CustomerMapper mapper;
    private final ApplicationEventPublisher events;
    private final CurrentActor actors;
    private final Clock clock;

    DefaultCustomerService(
            CustomerRepository customers,
            CustomerMapper mapper,
            ApplicationEventPublisher events,
            CurrentActor actors,
            Clock clock) {
        this.customers = customers;
        this.mapper = mapper;
        this.events = events;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public CustomerDto register(NewCustomer command) {
        actors.actor().requireStaff();
        try {
            return mapper.toDto(customers.save(Customer.register(command, clock.instant())));
        } catch (DuplicateKeyException e) {
            throw new CustomerExists(command.number());
        }
    }

    @Override
    public CustomerDto revise(String number, CustomerRevision revision, ExpectedVersion expected) {
        actors.actor().requireStaff();
        Customer customer = find(number, expected);
        return save(customer.revise(revision));
    }

    @Override
    public CustomerDto replaceAddresses(String number, List<AddressDto> addresses, ExpectedVersion expected) {
        actors.actor().requireStaff();
        Customer customer = find(number, expected);
        return save(customer.moveTo(mapper.toAddresses(addresses)));
    }

    @Override
    public CustomerDto deactivate(String number) {
        actors.actor().requireStaff();
        Instant now = clock.instant();
        boolean changed = customers.deactivate(number, now);
        CustomerDto customer = view(number);
        if (changed) {
            events.publishEvent(new CustomerDeactivated(number, customer.version(), now));
        }
        return customer;
    }

    @Override
    public CustomerDto reactivate(String number) {
        actors.actor().requireStaff();
        customers.reactivate(number);
        return view(number);
    }

    @Override
    @Transactional(readOnly = true)
    public CustomerDto customer(String number) {
        requireOwn(number);
        return view(number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<AddressDto> addresses(String number) {
        requireOwn(number);
        return mapper.toAddressDtos(find(number, ExpectedVersion.any()).addresses());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CustomerDto> customers(Set<String> numbers) {
        String[] visible = numbers.stream().filter(actors.actor()::mayActFor).toArray(String[]::new);
        return mapper.toDtos(customers.viewByNumbers(visible));
    }

    @Override
    @Transactional(readOnly = true)
    public PageDto<CustomerDto> search(CustomerQuery query) {
        actors.actor().requireStaff();
        String list = "customers/%s/%s/%s".formatted(query.words(), query.country(), query.active());
        String after = query.cursor() == null
                ? ""
                : Cursor.decode(list, query.cursor(), 1).key().getFirst();
        List<CustomerView> rows = customers.search(
                after, SearchWords.in(query.words()).toTsQuery(), query.country(), query.active(), query.limit() + 1);
        return PageDto.of(rows, query.limit(), last -> new Cursor(list, List.of(last.number())))
                .map(mapper::toDto);
    }

    @Override
    public BuyerDto buyer(String number) {
        if (!actors.actor().mayActFor(number)) {
            throw new UnknownBuyer(number);
        }
        CustomerView customer = customers.holdByNumber(number).orElseThrow(() -> new UnknownBuyer(number));
        if (!customer.active()) {
            throw new CustomerInactive(number);
        }
        return mapper.toBuyer(customer);
    }

    /** To everybody else a customer does not exist, so that nobody learns who does. */
    private void requireOwn(String number) {
        if (!actors.actor().mayActFor(number)) {
            throw new UnknownCustomer(number);
        }
    }

    private CustomerDto view(String number) {
        return customers.viewByNumber(number).map(mapper::toDto).orElseThrow(() -> new UnknownCustomer(number));
    }

    private CustomerDto save(Customer customer) {
        try {
            return mapper.toDto(customers.save(customer));
        } catch (OptimisticLockingFailureException e) {
            throw new StaleVersion();
        }
    }

    private Customer find(String number, ExpectedVersion expected) {
        Customer customer = customers.findByNumber(number).orElseThrow(() -> new UnknownCustomer(number));
        expected.check(customer.currentVersion());
        return customer;
    }
}
