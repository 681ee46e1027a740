package io.watertight.tool;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names a project, a module, an aggregate or a field may have; each refusal says why. */
final class Names {

    private static final int POSTGRES_NAME_BYTES = 63;
    private static final String LONGEST_ROLE_SUFFIX = "_owner";

    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9]*");
    private static final Pattern PRODUCT = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]*");

    private Names() {}

    static void checkModule(String name, Set<String> taken) {
        requireForm(
                name,
                MODULE,
                "the name of a module",
                "lower-case letters and digits, since it is a package and a schema, too");
        refuseCommon(name, "module");
        refuse(ReservedWords.MODULES.contains(name), name, "the project uses this name itself");
        refuse(ReservedWords.FRAMEWORKS.contains(name), name, "it is the name of a framework's packages or settings");
        refuse(ReservedWords.PATHS.contains(name), name, "pages of the toolkit live at /" + name);
        checkRole(name);
        twin(name, taken)
                .ifPresent(other -> refuse(
                        true,
                        name,
                        other.equals(name)
                                ? "there is a module of this name already"
                                : "it differs from '" + other + "' in case only"));
    }

    static void checkProduct(String name) {
        requireForm(name, PRODUCT, "the name of a project", "lower-case words, joined by dashes");
        String joined = Words.of(name).joined();
        refuseCommon(joined, "project");
        refuseCommon(Words.of(name).snake(), "project");
        refuse(
                ReservedWords.FRAMEWORKS.contains(joined),
                name,
                "its environment variables would be settings of a framework");
        refuse(ReservedWords.PROJECTS.contains(name), name, "the project uses this name itself");
        refuse(
                bytes(Words.of(name).snake() + "_migrator") > POSTGRES_NAME_BYTES,
                name,
                "its login " + Words.of(name).snake() + "_migrator would exceed PostgreSQL's 63 bytes");
    }

    static void checkGroup(String group) {
        if (!group.contains(".")) {
            throw new ToolException("The group '" + group + "' has to be a reversed domain name, as in io.acme.");
        }
        for (String part : group.split("\\.", -1)) {
            requireForm(part, Pattern.compile("[a-z][a-z0-9_]*"), "a part of a group", "lower-case letters and digits");
            refuseJava(part);
            refuse(ReservedWords.DEVICES.contains(part), part, "Windows has a device of this name");
        }
        String first = group.split("\\.")[0];
        refuse(ReservedWords.FRAMEWORKS.contains(first), group, "packages in " + first + " belong to a framework");
        for (String taken : ReservedWords.GROUPS) {
            refuse(
                    group.equals(taken) || group.startsWith(taken + "."),
                    group,
                    "packages in " + taken + " belong to somebody else");
        }
    }

    static void checkType(String name, Set<String> taken) {
        requireForm(name, TYPE, "the name of a type", "letters and digits, each word with a capital");
        String spelled = Words.of(name).pascal();
        refuse(!spelled.equals(name), name, "only the first letter of each word is a capital, as in '" + spelled + "'");
        refuseCommon(name.toLowerCase(Locale.ROOT), "table");
        refuseCommon(Words.of(name).snake(), "table");
        refuse(isOfJavaLang(name), name, "every Java file knows a java.lang." + name + " already");
        refuse(
                ReservedWords.TYPES.contains(name) || Imports.areOfLibraries(name),
                name,
                "the pattern itself imports a type of this name");
        refuse(name.endsWith("Dto"), name, "the tool adds this ending to what passes between modules");
        refuse(
                bytes(Words.of(name).plural().snake()) > POSTGRES_NAME_BYTES - 10,
                name,
                "its table's name would be too long for PostgreSQL");
        twin(name, taken)
                .ifPresent(other -> refuse(true, name, "there is a type " + other + " in this module already"));
    }

    static void checkField(String name, Set<String> taken) {
        requireForm(name, FIELD, "the name of a field", "letters and digits, beginning with a lower-case letter");
        refuseJava(name);
        String column = Words.of(name).snake();
        refuse(ReservedWords.POSTGRES.contains(column), name, "'" + column + "' is a reserved word of PostgreSQL");
        refuse(
                ReservedWords.COLUMNS.contains(column),
                name,
                "every table of PostgreSQL has a system column '" + column + "' already");
        refuse(ReservedWords.FIELDS.contains(name), name, "the pattern has a component of this name already");
        refuse(bytes(column) > POSTGRES_NAME_BYTES, name, "its column would exceed PostgreSQL's 63 bytes");
        twin(name, taken)
                .ifPresent(other -> refuse(
                        true,
                        name,
                        other.equals(name)
                                ? "there is a field of this name already"
                                : "it differs from '" + other + "' in case only"));
    }

    /** Of several things: a variable, a page and the last part of an address. */
    static void checkPlural(String name) {
        requireForm(name, FIELD, "a plural", "letters and digits, beginning with a lower-case letter");
        refuseJava(name);
        checkVariable(name);
    }

    /** Of a key or a list, which methods take, and of a thing. */
    static void checkVariable(String name) {
        refuse(ReservedWords.VARIABLES.contains(name), name, "the pattern has a variable of this name already");
    }

    /** A module that runs in a process of its own has a login, named like the project's. */
    static void checkLogin(Set<String> modules, Words project) {
        String name = project.snake();
        refuse(
                modules.contains(name),
                name,
                "a project and a module with the same name would share the login " + name + "_app");
    }

    private static void refuseCommon(String name, String what) {
        refuseJava(name);
        refuse(
                ReservedWords.POSTGRES.contains(name),
                name,
                "it is a reserved word of PostgreSQL, and a " + what + " becomes a name there");
        refuse(
                ReservedWords.SCHEMAS.contains(name) || name.startsWith("pg_"),
                name,
                "the database has a schema of this name already");
        refuse(name.equals("internal"), name, "each module's hidden package has this name");
        refuse(
                ReservedWords.DEVICES.contains(name),
                name,
                "Windows has a device of this name and cannot create a folder with it");
    }

    private static void refuseJava(String name) {
        refuse(ReservedWords.JAVA.contains(name), name, "it is a word of the Java language");
    }

    private static void checkRole(String module) {
        refuse(
                bytes(module + LONGEST_ROLE_SUFFIX) > POSTGRES_NAME_BYTES,
                module,
                "its role " + module + LONGEST_ROLE_SUFFIX + " would exceed PostgreSQL's 63 bytes");
    }

    private static void requireForm(String name, Pattern form, String what, String how) {
        if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
            throw new ToolException(
                    "'%s' cannot be %s: neither Java nor SQL has names that begin with a digit.".formatted(name, what));
        }
        if (!form.matcher(name).matches()) {
            throw new ToolException("'%s' cannot be %s: it has to be %s.".formatted(name, what, how));
        }
    }

    private static void refuse(boolean unfit, String name, String why) {
        if (unfit) {
            throw new ToolException("'%s' cannot be used: %s.".formatted(name, why));
        }
    }

    private static Optional<String> twin(String name, Set<String> taken) {
        return taken.stream().filter(name::equalsIgnoreCase).findFirst();
    }

    private static boolean isOfJavaLang(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
