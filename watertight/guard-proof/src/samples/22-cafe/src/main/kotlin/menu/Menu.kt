package org.cafe.menu

import org.springframework.modulith.ApplicationModule
import org.springframework.modulith.PackageInfo

@PackageInfo
@ApplicationModule(allowedDependencies = [])
class MenuModule

data class DishDto(val name: String, val price: Long, val vegan: Boolean = false)

sealed interface Availability {
    data object Always : Availability
    data class On(val day: java.time.DayOfWeek) : Availability
}

interface MenuService {
    fun dish(name: String): DishDto?
    fun dishes(filter: (DishDto) -> Boolean): List<DishDto>
    fun availability(name: String): Availability
}
