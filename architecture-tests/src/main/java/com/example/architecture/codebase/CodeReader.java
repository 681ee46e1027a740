package com.example.architecture.codebase;

import com.example.architecture.codebase.ClassFacts.Call;
import com.example.architecture.codebase.ClassFacts.Mention;
import com.example.architecture.codebase.ClassFacts.Operand;
import com.example.architecture.codebase.ClassFacts.Place;
import com.example.architecture.codebase.ClassFacts.Text;
import java.lang.classfile.Annotation;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleTypeAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleTypeAnnotationsAttribute;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** Reads the code of one method, in the order in which it stands. */
final class CodeReader {

    private static final char PART = '\u0001';
    private static final char CONSTANT_PART = '\u0002';

    private final String method;
    private final MethodTypeDesc type;
    private final boolean isStatic;
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private final List<Annotation> typeNotes = new ArrayList<>();
    private final List<Operand> constants = new ArrayList<>();
    private Operand last = new Operand.Unknown();
    private int firstLine;
    private int line;

    CodeReader(MethodModel method, String name) {
        this.method = name;
        this.type = method.methodTypeSymbol();
        this.isStatic = method.flags().has(java.lang.reflect.AccessFlag.STATIC);
    }

    List<Mention> mentions() {
        return mentions;
    }

    List<Call> calls() {
        return calls;
    }

    List<Text> texts() {
        return texts;
    }

    /** Annotations on types within the code. */
    List<Annotation> typeNotes() {
        return typeNotes;
    }

    /** 1 for a method without code. */
    int firstLine() {
        return Math.max(firstLine, 1);
    }

    void read(CodeAttribute code) {
        code.forEach(this::read);
        code.attributes().forEach(it -> {
            switch (it) {
                case RuntimeVisibleTypeAnnotationsAttribute all ->
                    all.annotations().forEach(each -> typeNotes.add(each.annotation()));
                case RuntimeInvisibleTypeAnnotationsAttribute all ->
                    all.annotations().forEach(each -> typeNotes.add(each.annotation()));
                default -> {
                    // Lines and variables come as elements of the code.
                }
            }
        });
    }

    private void read(CodeElement element) {
        switch (element) {
            case LineNumber it -> {
                line = it.line();
                firstLine = firstLine == 0 ? line : Math.min(firstLine, line);
            }
            case InvokeInstruction it -> read(it);
            case InvokeDynamicInstruction it -> read(it);
            case ConstantInstruction it -> read(it.constantValue());
            case LoadInstruction it -> push(parameter(it.slot(), it.typeKind()));
            case FieldInstruction it -> read(it);
            case NewObjectInstruction it -> mention(TypeNames.of(it.className()));
            case NewReferenceArrayInstruction it -> mention(TypeNames.of(it.componentType()));
            case NewMultiArrayInstruction it -> mention(TypeNames.of(it.arrayType()));
            case TypeCheckInstruction it -> mention(TypeNames.of(it.type()));
            case ExceptionCatch it -> it.catchType().ifPresent(caught -> mention(TypeNames.of(caught)));
            case LocalVariable it ->
                TypeNames.inDescriptor(it.type().stringValue()).forEach(this::mention);
            case LocalVariableType it ->
                TypeNames.inSignature(it.signature().stringValue()).forEach(this::mention);
            case StoreInstruction _ -> endOfStatement();
            case ReturnInstruction _ -> endOfStatement();
            case StackInstruction it when it.opcode() == Opcode.POP -> endOfStatement();
            default -> {
                // Arithmetic and jumps name nothing.
            }
        }
    }

    private void read(InvokeInstruction it) {
        String owner = TypeNames.of(it.owner());
        String name = it.name().stringValue();
        String descriptor = it.type().stringValue();
        call(owner, name, descriptor, false);
        push(new Operand.Result(owner, name, TypeNames.of(it.typeSymbol().returnType())));
    }

    private void read(FieldInstruction it) {
        mention(TypeNames.of(it.owner()));
        TypeNames.inDescriptor(it.type().stringValue()).forEach(this::mention);
        switch (it.opcode()) {
            case GETFIELD, GETSTATIC ->
                push(new Operand.FieldValue(
                        TypeNames.of(it.owner()), it.name().stringValue(), TypeNames.of(it.typeSymbol())));
            default -> endOfStatement();
        }
    }

    /** Lambdas, method references, type patterns and strings put together. */
    private void read(InvokeDynamicInstruction it) {
        TypeNames.inDescriptor(it.type().stringValue()).forEach(this::mention);
        List<ConstantDesc> arguments = it.bootstrapArgs();
        if (it.name().stringValue().equals("makeConcatWithConstants")
                && !arguments.isEmpty()
                && arguments.getFirst() instanceof String recipe) {
            texts.add(new Text(joined(recipe, arguments), Text.Kind.CONCATENATION, place()));
        } else {
            arguments.forEach(this::readArgument);
        }
        push(new Operand.Result("", it.name().stringValue(), TypeNames.of(it.typeSymbol().returnType())));
    }

    private static String joined(String recipe, List<ConstantDesc> arguments) {
        StringBuilder text = new StringBuilder();
        int next = 1;
        for (char c : recipe.toCharArray()) {
            if (c == CONSTANT_PART && next < arguments.size()) {
                text.append(arguments.get(next++));
            } else {
                text.append(c == PART ? Text.HOLE : c);
            }
        }
        return text.toString();
    }

    private void readArgument(ConstantDesc argument) {
        switch (argument) {
            case DirectMethodHandleDesc handle ->
                call(
                        TypeNames.of(handle.owner()),
                        handle.methodName(),
                        handle.lookupDescriptor(),
                        !handle.methodName().startsWith("lambda$"));
            case MethodTypeDesc signature ->
                TypeNames.inDescriptor(signature.descriptorString()).forEach(this::mention);
            case ClassDesc literal -> mention(TypeNames.of(literal));
            case String text -> texts.add(new Text(text, Text.Kind.CODE, place()));
            default -> {
                // Numbers.
            }
        }
    }

    private void read(ConstantDesc constant) {
        switch (constant) {
            case String text -> {
                texts.add(new Text(text, Text.Kind.CODE, place()));
                push(new Operand.TextLiteral(text));
            }
            case ClassDesc literal -> {
                mention(TypeNames.of(literal));
                push(new Operand.TypeLiteral(TypeNames.of(literal)));
            }
            case DirectMethodHandleDesc handle -> readArgument(handle);
            default -> push(new Operand.Unknown());
        }
    }

    private void call(String owner, String name, String descriptor, boolean reference) {
        mention(owner);
        TypeNames.inDescriptor(descriptor).forEach(this::mention);
        calls.add(new Call(owner, name, descriptor, reference, last, constants, place()));
    }

    private Operand parameter(int slot, TypeKind kind) {
        if (kind != TypeKind.REFERENCE) {
            return new Operand.Unknown();
        }
        int at = isStatic ? 0 : 1;
        for (int i = 0; i < type.parameterCount(); i++) {
            if (at == slot) {
                return new Operand.Parameter(i, TypeNames.of(type.parameterType(i)));
            }
            at += TypeKind.from(type.parameterType(i)).slotSize();
        }
        return new Operand.Unknown();
    }

    private void push(Operand operand) {
        last = operand;
        if (operand instanceof Operand.TextLiteral || operand instanceof Operand.TypeLiteral) {
            constants.add(operand);
        }
    }

    private void endOfStatement() {
        constants.clear();
        last = new Operand.Unknown();
    }

    private void mention(String name) {
        mentions.add(new Mention(name, place()));
    }

    private Place place() {
        return new Place(method, line);
    }
}
