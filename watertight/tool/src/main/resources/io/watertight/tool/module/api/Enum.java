package {{package}};

/** {{enumSentence}} */
public enum {{enumType}} {
{{#each constants}}
    {{constant}}{{comma}}
{{/each}}
}
