package org.cafe.tables.internal

import org.cafe.menu.MenuService
import org.cafe.menu.internal.Dish
import org.cafe.menu.internal.DishRepository
import org.cafe.tables.BillDto
import org.springframework.data.annotation.Id
import org.springframework.data.relational.core.mapping.Table
import org.springframework.data.repository.CrudRepository
import org.springframework.jdbc.core.simple.JdbcClient
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RestController

@Table("ordered")
internal data class Ordered(@Id val id: Long?, val seat: Int, val dish: String, val price: Long)

internal interface OrderedRepository : CrudRepository<Ordered, Long> {
    fun findBySeat(seat: Int): List<Ordered>
}

@RestController
internal class TableController(
    private val ordered: OrderedRepository,
    private val menu: MenuService,
    private val dishes: DishRepository,
    private val jdbc: JdbcClient,
) {

    @GetMapping("/tables/{seat}/bill")
    fun bill(@PathVariable seat: Int) = BillDto(seat, ordered.findBySeat(seat).sumOf { it.price })

    @PostMapping("/tables/{seat}/orders/{dish}")
    fun order(@PathVariable seat: Int, @PathVariable dish: String) {
        val found = menu.dish(dish) ?: error("There is no $dish")
        ordered.save(Ordered(null, seat, found.name, found.price))
    }

    @GetMapping("/tables/{seat}/orders")
    fun orders(@PathVariable seat: Int): List<Ordered> = ordered.findBySeat(seat)

    @PostMapping("/dishes/{name}/sold-out")
    fun soldOut(@PathVariable name: String) {
        dishes.findByName(name)?.let { dish: Dish -> dishes.delete(dish) }
        jdbc.sql("update dish set vegan = false where name = :name").param("name", name).update()
    }
}
