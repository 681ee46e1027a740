package com.example.shop;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.StockService;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class LocalStockServiceTests extends StockServiceContract {

    @Autowired
    CatalogService catalog;

    @Autowired
    StockService stock;

    @Override
    CatalogService catalog() {
        return catalog;
    }

    @Override
    StockService stock() {
        return stock;
    }
}
