package com.example.shop.orders.internal;

import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderLineDto;
import com.example.shop.orders.SalesDto;
import com.example.shop.orders.internal.SalesController.CountrySales;
import com.example.shop.orders.internal.SalesController.MonthSales;
import io.watertight.api.Country;
import io.watertight.pattern.StrictMapping;
import java.util.List;
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

    List<CountrySales> toCountrySales(List<SalesDto> sales);

    @Mapping(target = "country", source = "group")
    @Mapping(target = "code", expression = "java(Country.codeOf(sales.group()))")
    CountrySales toCountrySales(SalesDto sales);

    List<MonthSales> toMonthSales(List<SalesDto> sales);

    @Mapping(target = "month", source = "group")
    MonthSales toMonthSales(SalesDto sales);
}
