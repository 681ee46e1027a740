package com.example.shop;

import com.example.shop.catalog.CatalogService;
import com.example.shop.customers.CustomerService;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.SalesService;
import org.springframework.beans.factory.annotation.Autowired;

@SplitShopTest
class RemoteSalesServiceTests extends SalesServiceContract {

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

    @Override
    SalesService sales() {
        return caller.service(SalesService.class);
    }
}
