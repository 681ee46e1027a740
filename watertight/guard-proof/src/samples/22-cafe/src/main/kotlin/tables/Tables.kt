package org.cafe.tables

import org.springframework.modulith.ApplicationModule
import org.springframework.modulith.PackageInfo

@PackageInfo
@ApplicationModule(allowedDependencies = ["menu"])
class TablesModule

data class BillDto(val table: Int, val total: Long)
