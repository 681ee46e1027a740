package io.watertight.tool;

import java.util.List;

/** What the tool can do, in the order in which somebody needs it. */
final class Commands {

    private Commands() {}

    static List<Command> all() {
        return List.of(
                new NewProject(),
                new Rename(),
                new NewModule(),
                new AddField(),
                new RenameField(),
                new RemoveField(),
                new RemoveModule(),
                new SampleRemove(),
                new CheckSchema(),
                new Upgrade(),
                new Doctor());
    }
}
