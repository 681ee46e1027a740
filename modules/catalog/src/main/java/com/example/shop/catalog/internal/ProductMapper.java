package com.example.shop.catalog.internal;

import com.example.shop.catalog.PriceDto;
import com.example.shop.catalog.ProductDto;
import io.watertight.pattern.StrictMapping;
import java.util.List;
import org.mapstruct.Mapper;

/** A component that only one side has is a compile error. */
@Mapper(config = StrictMapping.class)
interface ProductMapper {

    ProductDto toDto(ProductView product);

    List<ProductDto> toDtos(List<ProductView> products);

    List<PriceDto> toPrices(List<PriceView> prices);
}
