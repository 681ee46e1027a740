package io.watertight.guard.codebase;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Cast;
import io.watertight.guard.codebase.ClassFacts.Mention;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.ClassFacts.Place;
import io.watertight.guard.codebase.ClassFacts.Text;
import java.lang.classfile.Annotation;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
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

    private final String method;
    private final Operands operands;
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Cast> casts = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private final List<Annotation> typeNotes = new ArrayList<>();
    private final List<ClassFacts.FunctionValue> functions = new ArrayList<>();
    private int firstLine;
    private int line;

    CodeReader(MethodModel method, String name) {
        this.method = name;
        this.operands =
                new Operands(method.methodTypeSymbol(), method.flags().has(java.lang.reflect.AccessFlag.STATIC));
    }

    List<Mention> mentions() {
        return mentions;
    }

    List<Call> calls() {
        return calls;
    }

    List<Cast> casts() {
        return casts;
    }

    List<Text> texts() {
        return texts;
    }

    List<ClassFacts.FunctionValue> functions() {
        return functions;
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
            case LoadInstruction it -> operands.load(it.slot(), it.typeKind());
            case FieldInstruction it -> read(it);
            case NewObjectInstruction it -> mention(TypeNames.of(it.className()));
            case NewReferenceArrayInstruction it -> mention(TypeNames.of(it.componentType()));
            case NewMultiArrayInstruction it -> mention(TypeNames.of(it.arrayType()));
            case TypeCheckInstruction it -> read(it);
            case ExceptionCatch it -> it.catchType().ifPresent(caught -> mention(TypeNames.of(caught)));
            case LocalVariable it ->
                TypeNames.inDescriptor(it.type().stringValue()).forEach(this::mention);
            case LocalVariableType it ->
                TypeNames.inSignature(it.signature().stringValue()).forEach(this::mention);
            case StoreInstruction it -> operands.store(it.slot(), it.typeKind());
            case ReturnInstruction _ -> operands.endOfStatement();
            case StackInstruction it when it.opcode() == Opcode.POP -> operands.endOfStatement();
            default -> {
                // Arithmetic and jumps name nothing.
            }
        }
    }

    private void read(InvokeInstruction it) {
        String owner = TypeNames.of(it.owner());
        String name = it.name().stringValue();
        String descriptor = it.type().stringValue();
        call(owner, name, descriptor, false, operands.last());
        if (descriptor.endsWith(")V") && !name.equals("<init>")) {
            operands.endOfStatement();
        } else {
            operands.push(
                    new Operand.Result(owner, name, TypeNames.of(it.typeSymbol().returnType())));
        }
    }

    private void read(TypeCheckInstruction it) {
        mention(TypeNames.of(it.type()));
        if (it.opcode() == Opcode.CHECKCAST) {
            casts.add(new Cast(TypeNames.of(it.type()), operands.last(), place()));
            operands.cast(TypeNames.of(it.type()));
        }
    }

    private void read(FieldInstruction it) {
        mention(TypeNames.of(it.owner()));
        TypeNames.inDescriptor(it.type().stringValue()).forEach(this::mention);
        switch (it.opcode()) {
            case GETFIELD, GETSTATIC ->
                operands.push(new Operand.FieldValue(
                        TypeNames.of(it.owner()), it.name().stringValue(), TypeNames.of(it.typeSymbol())));
            default -> operands.endOfStatement();
        }
    }

    /** Lambdas, method references, type patterns and strings put together. */
    private void read(InvokeDynamicInstruction it) {
        TypeNames.inDescriptor(it.type().stringValue()).forEach(this::mention);
        List<ConstantDesc> arguments = it.bootstrapArgs();
        if (it.name().stringValue().equals("makeConcatWithConstants")
                && !arguments.isEmpty()
                && arguments.getFirst() instanceof String recipe) {
            texts.add(new Text(DynamicCalls.joined(recipe, arguments), Text.Kind.CONCATENATION, place()));
        } else {
            Operand receiver = DynamicCalls.receiver(it.typeSymbol(), arguments);
            arguments.forEach(each -> readArgument(each, receiver));
            readFunction(it, arguments);
        }
        operands.push(new Operand.Result(
                "", it.name().stringValue(), TypeNames.of(it.typeSymbol().returnType())));
    }

    /** The linkage of a lambda: its erased signature, where its code is, its signature here. */
    private void readFunction(InvokeDynamicInstruction it, List<ConstantDesc> arguments) {
        if (arguments.size() > 2
                && arguments.get(1) instanceof DirectMethodHandleDesc code
                && arguments.get(2) instanceof MethodTypeDesc signature) {
            functions.add(new ClassFacts.FunctionValue(
                    TypeNames.of(it.typeSymbol().returnType()),
                    signature.parameterList().stream().map(TypeNames::of).toList(),
                    TypeNames.of(code.owner()),
                    code.methodName(),
                    place()));
        }
    }

    private void readArgument(ConstantDesc argument, Operand receiver) {
        switch (argument) {
            case DirectMethodHandleDesc handle ->
                call(
                        TypeNames.of(handle.owner()),
                        handle.methodName(),
                        handle.lookupDescriptor(),
                        !handle.methodName().startsWith("lambda$"),
                        receiver);
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
                operands.push(new Operand.TextLiteral(text));
            }
            case ClassDesc literal -> {
                mention(TypeNames.of(literal));
                operands.push(new Operand.TypeLiteral(TypeNames.of(literal)));
            }
            case DirectMethodHandleDesc handle -> readArgument(handle, operands.last());
            default -> operands.push(new Operand.Unknown());
        }
    }

    private void call(String owner, String name, String descriptor, boolean reference, Operand last) {
        mention(owner);
        TypeNames.inDescriptor(descriptor).forEach(this::mention);
        calls.add(new Call(owner, name, descriptor, reference, last, operands.constants(), place()));
    }

    private void mention(String name) {
        mentions.add(new Mention(name, place()));
    }

    private Place place() {
        return new Place(method, line);
    }
}
