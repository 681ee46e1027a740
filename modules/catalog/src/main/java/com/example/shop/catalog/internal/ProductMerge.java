package com.example.shop.catalog.internal;

import com.example.shop.catalog.ProductRevision;
import com.example.shop.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two people's changes of one product. Amount and currency of the price belong together. */
record ProductMerge(Difference<String> name, Difference<Money> price) {

    /**
     * @param oldName when the slower one opened the form
     * @param oldPrice likewise
     * @param now what the faster one has made of it
     * @param typed by the slower one, or left
     */
    static ProductMerge of(
            @Nullable String oldName, @Nullable Money oldPrice, ProductRevision now, ProductRevision typed) {
        return new ProductMerge(
                Difference.between("Name", oldName, now.name(), typed.name()),
                Difference.between(
                        "Price",
                        oldPrice,
                        now.price(),
                        oldPrice != null && isWorth(oldPrice, typed.price()) ? oldPrice : typed.price()));
    }

    private static boolean isWorth(Money price, Money other) {
        return price.currency().equals(other.currency()) && price.amount().compareTo(other.amount()) == 0;
    }

    List<Difference<?>> differences() {
        return List.of(name, price);
    }

    ProductRevision result() {
        return new ProductRevision(name.merged(), price.merged());
    }
}
