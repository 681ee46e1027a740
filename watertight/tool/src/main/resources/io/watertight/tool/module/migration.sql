create schema {{module}};

create table {{module}}.{{thing.snake}} (
{{columns}}
);
{{#each lists}}

create table {{module}}.{{child.snake}} (
{{childColumns}},
    primary key ({{thing.snake}}, position)
);
{{/each}}
