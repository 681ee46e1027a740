package com.example.shop.catalog;

import java.util.List;

/**
 * What became of a file of products.
 *
 * @param lines that were read, the header not counted
 * @param created products that were new
 * @param changed products that got another name or price
 * @param unchanged products that already were as the file says
 * @param refused lines that were not taken
 * @param refusals why, in the order of the file; at most the first thousand
 * @param passedOver the columns that the file has and the catalog does not
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
     * A line that was not taken.
     *
     * @param line where it begins in the file, from 1
     */
    public record Refusal(long line, String sku, String reason) {}
}
