package com.example.shop;

import com.example.shop.catalog.CatalogService;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class LocalCatalogServiceTests extends CatalogServiceContract {

    @Autowired
    CatalogService catalog;

    @Override
    CatalogService catalog() {
        return catalog;
    }
}
