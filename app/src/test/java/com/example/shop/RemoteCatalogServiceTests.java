package com.example.shop;

import com.example.shop.catalog.CatalogService;
import org.springframework.beans.factory.annotation.Autowired;

@SplitShopTest
class RemoteCatalogServiceTests extends CatalogServiceContract {

    @Autowired
    CallingProcess caller;

    @Override
    CatalogService catalog() {
        return caller.service(CatalogService.class);
    }
}
