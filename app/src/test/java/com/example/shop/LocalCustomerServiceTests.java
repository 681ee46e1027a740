package com.example.shop;

import com.example.shop.customers.CustomerService;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class LocalCustomerServiceTests extends CustomerServiceContract {

    @Autowired
    CustomerService customers;

    @Override
    CustomerService customers() {
        return customers;
    }
}
