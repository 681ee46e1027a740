package io.watertight.tool;

/**
 * What a project is called.
 *
 * @param group the base package, which is also Maven's group
 * @param words the name, as in {@code night-market}
 */
record Identity(String group, Words words) {

    static Identity of(Project project) {
        return new Identity(project.group(), Words.of(project.name()));
    }

    /** Checked, with the name as the last part of the package. */
    static Identity wanted(String organization, String name) {
        Names.checkGroup(organization);
        Names.checkProduct(name);
        Words words = Words.of(name);
        return new Identity(organization + "." + words.joined(), words);
    }

    String packagePath() {
        return group.replace('.', '/');
    }
}
