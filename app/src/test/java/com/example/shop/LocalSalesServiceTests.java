package com.example.shop;

import com.example.shop.catalog.CatalogService;
import com.example.shop.customers.CustomerService;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.SalesService;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class LocalSalesServiceTests extends SalesServiceContract {

    @Autowired
    CatalogService catalog;

    @Autowired
    CustomerService customers;

    @Autowired
    OrderService orders;

    @Autowired
    SalesService sales;

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

    @Override
    SalesService sales() {
        return sales;
    }
}
