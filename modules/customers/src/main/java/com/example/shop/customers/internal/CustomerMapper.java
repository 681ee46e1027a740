package com.example.shop.customers.internal;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.BuyerDto;
import com.example.shop.customers.CustomerDto;
import io.watertight.api.Country;
import io.watertight.pattern.StrictMapping;
import java.util.List;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper(config = StrictMapping.class, imports = Country.class)
interface CustomerMapper {

    @BeanMapping(ignoreUnmappedSourceProperties = {"id", "inactiveSince", "addresses"})
    @Mapping(target = "active", expression = "java(customer.isActive())")
    @Mapping(target = "countryCode", expression = "java(Country.codeOf(customer.country()))")
    CustomerDto toDto(Customer customer);

    @Mapping(target = "countryCode", expression = "java(Country.codeOf(customer.country()))")
    CustomerDto toDto(CustomerView customer);

    List<CustomerDto> toDtos(List<CustomerView> customers);

    @BeanMapping(ignoreUnmappedSourceProperties = {"name", "email", "active"})
    BuyerDto toBuyer(CustomerView customer);

    @Mapping(target = "countryCode", ignore = true)
    AddressDto toDto(Address address);

    List<AddressDto> toAddressDtos(List<Address> addresses);

    @BeanMapping(ignoreUnmappedSourceProperties = "countryCode")
    Address toAddress(AddressDto address);

    List<Address> toAddresses(List<AddressDto> addresses);
}
