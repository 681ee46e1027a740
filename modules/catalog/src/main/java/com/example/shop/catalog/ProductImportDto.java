package com.example.shop.catalog;

import java.util.List;

/**
 * The result of importing a file of products.
 *
 * @param lines that were read, the header not counted
 * @param created products that were new
 * @param changed products that got another name or price
 * @param unchanged products that already were as the file says
 * @param refused lines that were refused
 * @param refusals why, in the order of the file; at most the first thousand
 * @param passedOver unknown columns of the file, which were skipped
 */
public record ProductImportDto(
        long lines,
        long created,
        long changed,
        long unchanged,
        long refused,
        List<Refusal> refusals,
        List<String> passedOver) {

    public ProductImportDto {
        refusals = List.copyOf(refusals);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * A line that was refused.
     *
     * @param line where it begins in the file, from 1
     */
    public record Refusal(long line, String sku, String reason) {}
}
