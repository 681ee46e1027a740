package org.cafe.menu.internal

import org.cafe.menu.Availability
import org.cafe.menu.DishDto
import org.cafe.menu.MenuService
import org.springframework.data.annotation.Id
import org.springframework.data.jdbc.repository.query.Query
import org.springframework.data.relational.core.mapping.Table
import org.springframework.data.repository.CrudRepository
import org.springframework.stereotype.Service

@Table("dish")
internal data class Dish(@Id val id: Long?, val name: String, val price: Long, val vegan: Boolean)

internal interface DishRepository : CrudRepository<Dish, Long> {
    fun findByName(name: String): Dish?

    @Query("select * from dish where price < :price order by price")
    fun cheaperThan(price: Long): List<Dish>
}

@Service
internal class DefaultMenuService(private val dishes: DishRepository) : MenuService {

    override fun dish(name: String) = dishes.findByName(name)?.toDto()

    override fun dishes(filter: (DishDto) -> Boolean) = dishes.findAll().map { it.toDto() }.filter(filter)

    override fun availability(name: String): Availability = Availability.Always
}

private fun Dish.toDto() = DishDto(name, price, vegan)
