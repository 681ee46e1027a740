package com.example.shop.orders.internal;

import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderLineDto;
import com.example.shop.orders.OrderSummaryDto;
import io.watertight.api.Country;
import io.watertight.pattern.StrictMapping;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper(config = StrictMapping.class, imports = Country.class)
interface OrderMapper {

    @BeanMapping(ignoreUnmappedSourceProperties = {"lineCount", "customerVersion"})
    @Mapping(target = "deliveryCountryCode", expression = "java(Country.codeOf(order.deliveryCountry()))")
    OrderDto toDto(Order order);

    @Mapping(target = "total", expression = "java(line.total())")
    OrderLineDto toDto(OrderLine line);

    @Mapping(target = "deliveryCountryCode", expression = "java(Country.codeOf(order.deliveryCountry()))")
    OrderSummaryDto toSummary(OrderView order);
}
