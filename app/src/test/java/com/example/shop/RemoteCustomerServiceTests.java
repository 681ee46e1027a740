package com.example.shop;

import com.example.shop.customers.CustomerService;
import org.springframework.beans.factory.annotation.Autowired;

@SplitShopTest
class RemoteCustomerServiceTests extends CustomerServiceContract {

    @Autowired
    CallingProcess caller;

    @Override
    CustomerService customers() {
        return caller.service(CustomerService.class);
    }
}
