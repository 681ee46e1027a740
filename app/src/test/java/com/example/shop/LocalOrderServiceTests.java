package com.example.shop;

import com.example.shop.catalog.CatalogService;
import com.example.shop.customers.CustomerService;
import com.example.shop.orders.OrderService;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class LocalOrderServiceTests extends OrderServiceContract {

    @Autowired
    CatalogService catalog;

    @Autowired
    CustomerService customers;

    @Autowired
    OrderService orders;

    @Override
    CatalogService catalog() {
        return catalog;
    }

    @Override
    CustomerService customers() {
        return customers;
    }

    @Override
    OrderService orders() {
        return orders;
    }
}
