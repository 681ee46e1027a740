package io.watertight.guard.code;

import io.watertight.guard.code.References.Lambda;
import io.watertight.guard.code.References.Text;
import io.watertight.guard.code.References.Use;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attribute;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleParameterAnnotationsAttribute;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from a class file what ArchUnit does not keep: strings, casts and lambdas. */
final class ConstantsReader {

    /** The compiler moves a lambda's code into a method of its own, named after the one that holds it. */
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    final List<Text> texts = new ArrayList<>();
    final List<Use> casts = new ArrayList<>();
    final List<Lambda> lambdas = new ArrayList<>();
    private String member = "";
    private int line;

    private ConstantsReader() {}

    static ConstantsReader read(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        ConstantsReader reader = new ConstantsReader();
        reader.annotations(model);
        model.fields().forEach(it -> {
            reader.member = it.fieldName().stringValue();
            reader.annotations(it);
        });
        model.methods().forEach(reader::method);
        return reader;
    }

    private void method(MethodModel method) {
        member = memberOf(method.methodName().stringValue());
        line = 0;
        method.code().ifPresent(code -> code.forEach(this::code));
        line = 0;
        annotations(method);
    }

    static String memberOf(String method) {
        var lambda = LAMBDA.matcher(method);
        String name = lambda.matches() ? lambda.group(1) : method;
        return name.equals("new") ? "<init>" : name.equals("static") ? "<clinit>" : name;
    }

    private void code(CodeElement element) {
        switch (element) {
            case LineNumber it -> line = it.line();
            case ConstantInstruction it -> {
                if (it.constantValue() instanceof String text) {
                    text(text, null);
                }
            }
            case TypeCheckInstruction it -> cast(it.type().asSymbol());
            case NewReferenceArrayInstruction it -> cast(it.componentType().asSymbol());
            case InvokeDynamicInstruction it -> dynamic(it);
            default -> {} // ArchUnit keeps calls and fields, and the rest names nothing.
        }
    }

    private void dynamic(InvokeDynamicInstruction instruction) {
        for (ConstantDesc argument : instruction.bootstrapArgs()) {
            switch (argument) {
                case String text -> text(text, null);
                case ClassDesc type -> cast(type);
                case DirectMethodHandleDesc code
                when instruction.typeSymbol() instanceof MethodTypeDesc type ->
                    lambdas.add(new Lambda(
                            nameOf(type.returnType()), nameOf(code.owner()), code.methodName(), member, line));
                default -> {}
            }
        }
    }

    private void cast(ClassDesc type) {
        if (type.descriptorString().endsWith(";")) {
            casts.add(new Use(nameOf(type), member, line));
        }
    }

    /** Of an array, the name of its elements. */
    private static String nameOf(ClassDesc type) {
        return type.descriptorString().replaceFirst("^\\[*L(.*);$", "$1").replace('/', '.');
    }

    private void annotations(AttributedElement element) {
        for (Attribute<?> attribute : element.attributes()) {
            switch (attribute) {
                case ConstantValueAttribute it -> {
                    if (it.constant() instanceof StringEntry text) {
                        text(text.stringValue(), null);
                    }
                }
                case RuntimeVisibleAnnotationsAttribute it -> it.annotations().forEach(this::annotation);
                case RuntimeInvisibleAnnotationsAttribute it -> it.annotations().forEach(this::annotation);
                case RuntimeVisibleParameterAnnotationsAttribute it ->
                    it.parameterAnnotations().forEach(all -> all.forEach(this::annotation));
                default -> {}
            }
        }
    }

    private void annotation(Annotation annotation) {
        String type = nameOf(annotation.classSymbol());
        annotation.elements().forEach(it -> value(it.value(), type));
    }

    private void value(AnnotationValue value, String annotation) {
        switch (value) {
            case AnnotationValue.OfString it -> text(it.stringValue(), annotation);
            case AnnotationValue.OfArray it -> it.values().forEach(inner -> value(inner, annotation));
            case AnnotationValue.OfAnnotation it -> annotation(it.annotation());
            default -> {}
        }
    }

    private void text(String value, @Nullable String annotation) {
        if (!value.isBlank()) {
            texts.add(new Text(value, member, line, annotation));
        }
    }
}
