package com.example.shop.customers.internal;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.CustomerDto;
import io.watertight.pattern.StrictMapping;
import java.util.List;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper(config = StrictMapping.class)
interface CustomerMapper {

    @BeanMapping(ignoreUnmappedSourceProperties = {"id", "inactiveSince", "addresses"})
    @Mapping(target = "active", expression = "java(customer.inactiveSince() == null)")
    @Mapping(target = "countryCode", ignore = true)
    CustomerDto toDto(Customer customer);

    @Mapping(target = "countryCode", ignore = true)
    AddressDto toDto(Address address);

    List<AddressDto> toAddressDtos(List<Address> addresses);

    @BeanMapping(ignoreUnmappedSourceProperties = "countryCode")
    Address toAddress(AddressDto address);

    List<Address> toAddresses(List<AddressDto> addresses);
}
