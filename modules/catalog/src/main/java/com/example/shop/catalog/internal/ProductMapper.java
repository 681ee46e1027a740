package com.example.shop.catalog.internal;

import com.example.shop.catalog.PriceDto;
import com.example.shop.catalog.ProductDto;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;

/** A component that only one side has is a compile error. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        unmappedTargetPolicy = ReportingPolicy.ERROR,
        unmappedSourcePolicy = ReportingPolicy.ERROR,
        typeConversionPolicy = ReportingPolicy.ERROR)
interface ProductMapper {

    ProductDto toDto(ProductView product);

    List<ProductDto> toDtos(List<ProductView> products);

    List<PriceDto> toPrices(List<PriceView> prices);
}
