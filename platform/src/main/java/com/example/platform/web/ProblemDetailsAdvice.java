package com.example.platform.web;

import com.example.shop.kernel.Problem;
import com.example.shop.kernel.Problem.Field;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever leaves a controller as an exception into a problem detail; nothing of the inside shows. */
@RestControllerAdvice
class ProblemDetailsAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemDetailsAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    private final ProblemDetails problems;

    ProblemDetailsAdvice(ProblemDetails problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem) {
        return respond(problems.of(problem));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException e) {
        List<Field> fields = Violations.fieldsOf(e);
        return respond(problems.of(HttpStatus.BAD_REQUEST, "invalid-request", summaryOf(fields), fields));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLargeException e) {
        return respond(problems.of(e));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(OptimisticLockingFailureException e) {
        return respond(problems.of(
                HttpStatus.CONFLICT,
                "concurrent-change",
                "It was changed by somebody else at the same moment. Read it again and repeat.",
                List.of()));
    }

    /** Nothing was changed in either case, so the same request may simply be sent again. */
    @ExceptionHandler({
        ConcurrencyFailureException.class,
        QueryTimeoutException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception e) {
        LOG.warn("The database did not answer in time: {}", e.getMessage());
        ProblemDetail problem = problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "temporarily-unavailable",
                "The shop is too busy or its database is away. Nothing was changed; send the same request again shortly.",
                List.of());
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        LOG.error("A request failed unexpectedly", e);
        return respond(problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "This is a fault of the shop, not of the request. It was logged.",
                List.of()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        BodyTooLargeException tooLarge = BodyTooLargeException.in(e);
        ProblemDetail problem = tooLarge != null ? problems.of(tooLarge) : UnreadableBody.describe(e, problems);
        return super.handleExceptionInternal(e, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    /** Spring's own exceptions get this project's shape: a stable type, and the field where there is one. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail detail && isUntyped(detail)) {
            String type = StandardProblems.typeOf(e, status);
            List<Field> fields = StandardProblems.fieldsOf(e);
            String text = e instanceof MethodArgumentTypeMismatchException || detail.getDetail() == null
                    ? summaryOf(fields)
                    : detail.getDetail();
            body = problems.of(status, type, text, fields);
        }
        return super.handleExceptionInternal(e, body, headers, status, request);
    }

    private static boolean isUntyped(ProblemDetail detail) {
        URI type = detail.getType();
        return type == null || type.toString().equals("about:blank");
    }

    private static String summaryOf(List<Field> fields) {
        if (fields.isEmpty()) {
            return "The request is not valid.";
        }
        Field first = fields.getFirst();
        String more = fields.size() == 1 ? "" : " (and %d more, see errors)".formatted(fields.size() - 1);
        return "'%s' %s%s.".formatted(first.name(), first.message(), more);
    }

    private static ResponseEntity<ProblemDetail> respond(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
