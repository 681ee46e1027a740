package io.watertight.guard.codebase;

import io.watertight.guard.codebase.ClassFacts.Mention;
import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.ClassFacts.Note.Value;
import io.watertight.guard.codebase.ClassFacts.Note.ValueKind;
import io.watertight.guard.codebase.ClassFacts.Place;
import io.watertight.guard.codebase.ClassFacts.Text;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attribute;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.AnnotationDefaultAttribute;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.attribute.ExceptionsAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleParameterAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleTypeAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleParameterAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleTypeAnnotationsAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one class file. */
final class ClassFactsReader {

    private final ClassModel model;
    private final Set<Mention> mentions = new LinkedHashSet<>();
    private final List<ClassFacts.Call> calls = new ArrayList<>();
    private final List<ClassFacts.Cast> casts = new ArrayList<>();
    private final List<ClassFacts.FunctionValue> functions = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private @Nullable String sourceFile;

    private ClassFactsReader(ClassModel model) {
        this.model = model;
    }

    /**
     * {@return what the class file says}
     *
     * @throws IllegalArgumentException if it is none
     */
    static ClassFacts read(byte[] bytes) {
        return new ClassFactsReader(ClassFile.of().parse(bytes)).read();
    }

    private ClassFacts read() {
        model.methods().forEach(this::read);
        Place type = new Place(null, firstLine());
        model.superclass().ifPresent(it -> mention(TypeNames.of(it), type));
        model.interfaces().forEach(it -> mention(TypeNames.of(it), type));
        model.attributes().forEach(it -> read(it, type));
        model.fields().forEach(this::read);
        everythingElseInTheConstantPool(type);
        return new ClassFacts(
                TypeNames.of(model.thisClass()),
                sourceFile,
                model.flags().flagsMask(),
                model.superclass().map(TypeNames::of).orElse(null),
                model.interfaces().stream().map(TypeNames::of).toList(),
                List.copyOf(mentions),
                calls,
                casts,
                functions,
                texts,
                notes);
    }

    /** A class has no line of its own; the first one of its code is near. */
    private int firstLine() {
        return mentions.stream()
                .mapToInt(it -> it.place().line())
                .filter(it -> it > 0)
                .min()
                .orElse(1);
    }

    private void read(FieldModel field) {
        Place place = new Place(field.fieldName().stringValue(), firstLine());
        TypeNames.inDescriptor(field.fieldType().stringValue()).forEach(it -> mention(it, place));
        field.attributes().forEach(it -> read(it, place));
    }

    private void read(MethodModel method) {
        String name = method.methodName().stringValue();
        CodeReader code = new CodeReader(method, name);
        method.findAttribute(java.lang.classfile.Attributes.code()).ifPresent(it -> code.read((CodeAttribute) it));
        Place place = new Place(name, code.firstLine());
        TypeNames.inDescriptor(method.methodType().stringValue()).forEach(it -> mention(it, place));
        method.attributes().forEach(it -> read(it, place));
        mentions.addAll(code.mentions());
        calls.addAll(code.calls());
        casts.addAll(code.casts());
        functions.addAll(code.functions());
        texts.addAll(code.texts());
        code.typeNotes().forEach(it -> note(it, place, true));
    }

    private void read(Attribute<?> attribute, Place place) {
        switch (attribute) {
            case SourceFileAttribute it -> sourceFile = it.sourceFile().stringValue();
            case SignatureAttribute it ->
                TypeNames.inSignature(it.signature().stringValue()).forEach(type -> mention(type, place));
            case ExceptionsAttribute it -> it.exceptions().forEach(type -> mention(TypeNames.of(type), place));
            case PermittedSubclassesAttribute it ->
                it.permittedSubclasses().forEach(type -> mention(TypeNames.of(type), place));
            case ConstantValueAttribute it -> {
                if (it.constant() instanceof StringEntry text) {
                    texts.add(new Text(text.stringValue(), Text.Kind.CODE, place));
                }
            }
            case RecordAttribute it ->
                it.components().forEach(component -> {
                    Place there = new Place(component.name().stringValue(), place.line());
                    component.attributes().forEach(inner -> read(inner, there));
                });
            case RuntimeVisibleAnnotationsAttribute it -> it.annotations().forEach(inner -> note(inner, place, false));
            case RuntimeInvisibleAnnotationsAttribute it ->
                it.annotations().forEach(inner -> note(inner, place, false));
            case RuntimeVisibleParameterAnnotationsAttribute it ->
                it.parameterAnnotations().forEach(all -> all.forEach(inner -> note(inner, place, false)));
            case RuntimeInvisibleParameterAnnotationsAttribute it ->
                it.parameterAnnotations().forEach(all -> all.forEach(inner -> note(inner, place, false)));
            case RuntimeVisibleTypeAnnotationsAttribute it ->
                it.annotations().forEach(inner -> note(inner.annotation(), place, true));
            case RuntimeInvisibleTypeAnnotationsAttribute it ->
                it.annotations().forEach(inner -> note(inner.annotation(), place, true));
            case AnnotationDefaultAttribute it -> values("value", it.defaultValue(), place, new ArrayList<>());
            default -> {
                // Code is read by itself; the others name nothing that the constant pool does not name.
            }
        }
    }

    private void note(Annotation annotation, Place place, boolean onType) {
        String type = TypeNames.ofDescriptor(annotation.className().stringValue());
        mention(type, place);
        List<Value> values = new ArrayList<>();
        List<String> emptyArrays = new ArrayList<>();
        for (AnnotationElement element : annotation.elements()) {
            values(element.name().stringValue(), element.value(), place, values);
            if (element.value() instanceof AnnotationValue.OfArray array
                    && array.values().isEmpty()) {
                emptyArrays.add(element.name().stringValue());
            }
        }
        notes.add(new Note(type, place, values, onType, emptyArrays));
    }

    private void values(String attribute, AnnotationValue value, Place place, List<Value> values) {
        switch (value) {
            case AnnotationValue.OfString it -> {
                texts.add(new Text(it.stringValue(), Text.Kind.ANNOTATION, place));
                values.add(new Value(attribute, it.stringValue(), ValueKind.TEXT));
            }
            case AnnotationValue.OfClass it -> {
                String type = TypeNames.ofDescriptor(it.className().stringValue());
                mention(type, place);
                values.add(new Value(attribute, type, ValueKind.TYPE));
            }
            case AnnotationValue.OfEnum it -> {
                mention(TypeNames.ofDescriptor(it.className().stringValue()), place);
                values.add(new Value(attribute, it.constantName().stringValue(), ValueKind.ENUM));
            }
            case AnnotationValue.OfArray it -> it.values().forEach(each -> values(attribute, each, place, values));
            case AnnotationValue.OfAnnotation it -> note(it.annotation(), place, false);
            case AnnotationValue.OfConstant it ->
                values.add(new Value(attribute, String.valueOf(it.resolvedValue()), ValueKind.OTHER));
        }
    }

    private void mention(String type, Place place) {
        mentions.add(new Mention(type, place));
    }

    /** What no case above knows still has to stand there: nothing that is named in a class can hide from this. */
    private void everythingElseInTheConstantPool(Place place) {
        Set<String> known = new LinkedHashSet<>();
        mentions.forEach(it -> known.add(it.type()));
        for (var entry : model.constantPool()) {
            if (entry instanceof ClassEntry it) {
                String type = TypeNames.of(it);
                if (known.add(type)) {
                    mention(type, place);
                }
            }
        }
    }
}
