package com.example.shop;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.StockService;
import org.springframework.beans.factory.annotation.Autowired;

@SplitShopTest
class RemoteStockServiceTests extends StockServiceContract {

    @Autowired
    CallingProcess caller;

    @Override
    CatalogService catalog() {
        return caller.service(CatalogService.class);
    }

    @Override
    StockService stock() {
        return caller.service(StockService.class);
    }
}
