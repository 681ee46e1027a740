package com.example.shop;

import com.example.shop.catalog.CatalogService;
import com.example.shop.customers.CustomerService;
import com.example.shop.orders.OrderService;
import org.springframework.beans.factory.annotation.Autowired;

@SplitShopTest
class RemoteOrderServiceTests extends OrderServiceContract {

    @Autowired
    CallerOfAll caller;

    @Override
    CatalogService catalog() {
        return caller.service(CatalogService.class);
    }

    @Override
    CustomerService customers() {
        return caller.service(CustomerService.class);
    }

    @Override
    OrderService orders() {
        return caller.service(OrderService.class);
    }
}
