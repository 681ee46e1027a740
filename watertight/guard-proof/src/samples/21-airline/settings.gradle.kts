rootProject.name = "airline"
