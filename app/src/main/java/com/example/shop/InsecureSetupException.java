package com.example.shop;

/** The configuration gives the shop no lock, or the wrong one. */
class InsecureSetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InsecureSetupException(String message) {
        super(message);
    }
}
