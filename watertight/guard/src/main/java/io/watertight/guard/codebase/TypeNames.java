package io.watertight.guard.codebase;

import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names of types as class files write them, told as source code would. Primitive types are no mention of anything. */
final class TypeNames {

    private static final Pattern OBJECT_TYPE = Pattern.compile("L([^;<>:]+)");

    private TypeNames() {}

    static String of(ClassEntry entry) {
        String name = entry.asInternalName();
        return name.startsWith("[") ? ofDescriptor(name) : name.replace('/', '.');
    }

    static String of(ClassDesc type) {
        return ofDescriptor(type.descriptorString());
    }

    /** The element type of an array; a primitive type by its keyword. */
    static String ofDescriptor(String descriptor) {
        String element = descriptor.replaceFirst("^\\[+", "");
        return element.startsWith("L")
                ? element.substring(1, element.length() - 1).replace('/', '.')
                : ClassDesc.ofDescriptor(element).displayName();
    }

    static List<String> inDescriptor(String descriptor) {
        return inSignature(descriptor);
    }

    /** Of a generic signature too, where a nested type of a generic one follows a dot. */
    static List<String> inSignature(String signature) {
        List<String> types = new ArrayList<>();
        int at = 0;
        while (at < signature.length()) {
            char c = signature.charAt(at);
            if (c == 'T') {
                at = signature.indexOf(';', at) + 1;
            } else if (c == 'L') {
                var matcher = OBJECT_TYPE.matcher(signature).region(at, signature.length());
                if (!matcher.lookingAt()) {
                    return types;
                }
                types.add(matcher.group(1).replace('/', '.').replaceFirst("\\.$", ""));
                at = matcher.end();
            } else if (c == '.') {
                at = endOfName(signature, at + 1);
            } else if (Character.isJavaIdentifierStart(c) && isTypeVariableName(signature, at)) {
                at = signature.indexOf(':', at) + 1;
            } else {
                at++;
            }
        }
        return types;
    }

    /** At the front of a signature type variables are declared: {@code <E:Ljava/lang/Object;>}. */
    private static boolean isTypeVariableName(String signature, int at) {
        int end = endOfName(signature, at);
        return end < signature.length() && signature.charAt(end) == ':';
    }

    private static int endOfName(String signature, int at) {
        int end = at;
        while (end < signature.length() && Character.isJavaIdentifierPart(signature.charAt(end))) {
            end++;
        }
        return end;
    }
}
