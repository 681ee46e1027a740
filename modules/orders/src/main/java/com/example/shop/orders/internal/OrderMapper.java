package com.example.shop.orders.internal;

import com.example.shop.kernel.Country;
import com.example.shop.orders.CountrySalesDto;
import com.example.shop.orders.DaySalesDto;
import com.example.shop.orders.MonthSalesDto;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderLineDto;
import com.example.shop.orders.OrderSummaryDto;
import io.watertight.pattern.StrictMapping;
import java.time.LocalDate;
import java.time.YearMonth;
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

    @BeanMapping(ignoreUnmappedSourceProperties = {"currency", "revenue", "cancelledRevenue"})
    @Mapping(target = "country", source = "group")
    @Mapping(target = "code", expression = "java(Country.codeOf(sales.group()))")
    @Mapping(target = "revenue", expression = "java(sales.revenueInMoney())")
    @Mapping(target = "cancelledRevenue", expression = "java(sales.cancelledRevenueInMoney())")
    CountrySalesDto toCountrySales(SalesView sales);

    @BeanMapping(ignoreUnmappedSourceProperties = {"currency", "revenue", "cancelledRevenue"})
    @Mapping(target = "month", source = "group")
    @Mapping(target = "revenue", expression = "java(sales.revenueInMoney())")
    @Mapping(target = "cancelledRevenue", expression = "java(sales.cancelledRevenueInMoney())")
    MonthSalesDto toMonthSales(SalesView sales);

    @BeanMapping(ignoreUnmappedSourceProperties = {"currency", "revenue", "cancelledRevenue"})
    @Mapping(target = "day", source = "group")
    @Mapping(target = "revenue", expression = "java(sales.revenueInMoney())")
    @Mapping(target = "cancelledRevenue", expression = "java(sales.cancelledRevenueInMoney())")
    DaySalesDto toDaySales(SalesView sales);

    default LocalDate toDay(String day) {
        return LocalDate.parse(day);
    }

    default YearMonth toMonth(String month) {
        return YearMonth.parse(month);
    }
}
