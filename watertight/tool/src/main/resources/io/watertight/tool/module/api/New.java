package {{package}};

{{#if textKey}}
/**
 * {{A}} {{thing.spaced}} to register.
 *
 * @param {{key}} the natural key, case-sensitive: what an address can carry and a person can read out
 */
{{/if}}
{{#unless textKey}}
/** {{A}} {{thing.spaced}} to register. */
{{/unless}}
{{#unless textKey}}
public record New{{Thing}}({{*newFields: {{commanded}}*}}) {}
{{/unless}}
{{#if textKey}}
public record New{{Thing}}({{*newFields: {{commanded}}*}}) {

    static final String {{KEY}}_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";
    static final String {{KEY}}_MESSAGE =
            "must be 1 to 40 letters, digits, dots, dashes or underscores, and begin with a letter or digit";
}
{{/if}}
