package com.gymworks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@SpringBootApplication
@EnableScheduling
public class GymApplication {

    public static void main(String[] args) {
        SpringApplication.run(GymApplication.class, args);
    }

    @Bean
    ThreadPoolTaskExecutor mailExecutor() {
        return new ThreadPoolTaskExecutor();
    }

    @Bean
    ThreadPoolTaskScheduler nightScheduler() {
        return new ThreadPoolTaskScheduler();
    }
}
