package io.watertight.web;

import io.watertight.api.Problem;
import io.watertight.api.Problem.Field;
import io.watertight.web.pages.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns every exception that leaves a controller into a problem detail without internal details. */
@RestControllerAdvice
class ProblemDetailsAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemDetailsAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem, HttpServletRequest request) {
        ProblemDetail detail = ProblemDetails.of(problem, request.getContextPath());
        return problem.kind() == Problem.Kind.UNAVAILABLE ? later(detail) : ProblemDetails.respond(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException e) {
        List<Field> fields = Violations.fieldsOf(e);
        return respond(HttpStatus.BAD_REQUEST, "invalid-request", summaryOf(fields), fields);
    }

    /** How Tomcat refuses a body, such as a chunk without a length, while a controller reads it. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> bodyUnreadable(BadRequestException e) {
        return respond(HttpStatus.BAD_REQUEST, "unreadable-body", "The body could not be read to its end.", List.of());
    }

    /** How Tomcat refuses a query or a form when a parameter is first read. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> parametersUnreadable(InvalidParameterException e) {
        HttpStatusCode status = HttpStatusCode.valueOf(e.getErrorCode());
        return respond(
                status,
                StandardProblems.nameOf(status),
                "The query or the form is too large, has too many parameters, or is not percent-encoded UTF-8.",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> formUnreadable(MultipartException e) {
        return respond(HttpStatus.BAD_REQUEST, "unreadable-body", "The body is not a valid multipart form.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(OptimisticLockingFailureException e) {
        return respond(
                HttpStatus.CONFLICT,
                "concurrent-change",
                "Someone else changed this at the same time. Read the current version, and make your change again.",
                List.of());
    }

    private static ResponseEntity<ProblemDetail> unavailable(Exception e) {
        LOG.warn("The database did not answer in time: {}", e.getMessage());
        return later(ProblemDetails.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "temporarily-unavailable",
                "The server is too busy or its database is unavailable. Send the same request again shortly.",
                List.of()));
    }

    /** {@return whether the database is to blame, and the same request may succeed shortly} */
    static boolean isUnavailable(Exception e) {
        return e instanceof ConcurrencyFailureException
                || e instanceof QueryTimeoutException
                || e instanceof DataAccessResourceFailureException
                || e instanceof CannotCreateTransactionException
                || e instanceof TransactionTimedOutException
                // A commit or rollback that the database did not answer; its answers have their own exceptions.
                || e instanceof TransactionSystemException;
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** The last resort for a NUL character that no earlier check has caught. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unstorable(DataIntegrityViolationException e) {
        boolean badCharacter = e.getMostSpecificCause() instanceof SQLException cause
                && CHARACTER_NOT_IN_REPERTOIRE.equals(cause.getSQLState());
        return badCharacter
                ? respond(
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        "The request contains a character that cannot be stored.",
                        List.of())
                : ProblemDetails.respond(fault(e));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        return isUnavailable(e) ? unavailable(e) : ProblemDetails.respond(fault(e));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e.getMostSpecificCause() instanceof ErrorResponseException tooLarge) {
            return handleErrorResponseException(tooLarge, headers, tooLarge.getStatusCode(), request);
        }
        ProblemDetail problem = UnreadableBody.describe(e);
        return super.handleExceptionInternal(e, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    /** Spring answers HEAD wherever it answers GET, and says so for OPTIONS only. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Set<HttpMethod> allowed = new LinkedHashSet<>(headers.getAllow());
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
            headers.setAllow(allowed);
        }
        return super.handleHttpRequestMethodNotSupported(e, headers, status, request);
    }

    /** A person who opens the address of a page does not know of its variables: there is no such page. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e instanceof MethodArgumentTypeMismatchException mismatch
                && mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                && request instanceof ServletWebRequest servlet
                && PageFrame.isForAPage(servlet.getRequest())) {
            return super.handleExceptionInternal(
                    e, ProblemDetails.of(HttpStatus.NOT_FOUND), headers, HttpStatus.NOT_FOUND, request);
        }
        return super.handleTypeMismatch(e, headers, status, request);
    }

    /** Gives Spring's own exceptions this project's shape: a stable type, and the fields concerned. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Object problem = body == null && e instanceof ErrorResponse response ? response.getBody() : body;
        if (status.isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)) {
            problem = fault(e);
        } else if (problem instanceof ProblemDetail detail && isUntyped(detail)) {
            List<Field> fields = StandardProblems.fieldsOf(e);
            String text = fields.isEmpty() ? StandardProblems.detailOf(e, detail) : summaryOf(fields);
            ProblemDetail typed = ProblemDetails.of(status, StandardProblems.typeOf(e, status), text, fields);
            Objects.requireNonNullElse(detail.getProperties(), Map.<String, Object>of())
                    .forEach(typed::setProperty);
            problem = typed;
        }
        return super.handleExceptionInternal(e, problem, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static ResponseEntity<ProblemDetail> respond(
            HttpStatusCode status, String type, String detail, List<Field> fields) {
        return ProblemDetails.respond(ProblemDetails.of(status, type, detail, fields));
    }

    private static ProblemDetail fault(Exception e) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            LOG.debug("A client has disconnected, or appears to have", e);
        } else {
            LOG.error("A request failed unexpectedly", e);
        }
        return ProblemDetails.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "The server failed to process the request. The error has been logged.",
                List.of());
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
        String more = fields.size() == 1 ? "" : " (and %s more, see errors)".formatted(fields.size() - 1);
        return "'%s' %s%s.".formatted(first.name(), first.message(), more);
    }
}
