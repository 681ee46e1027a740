-- What a search looks at: without case and accents, and whatever the database's locale, since the collation is the server's
-- own. Punctuation of all scripts parts words. Signs of scripts that write no blanks (Chinese, Japanese, Thai ...) are words of
-- their own. SearchWords in the shared kernel does the same to what is typed; a test compares the two.
alter table customers.customer drop column words;

alter table customers.customer
    add column words tsvector not null generated always as (
        to_tsvector('simple', regexp_replace(regexp_replace(normalize(replace(replace(translate(regexp_replace(
            lower(upper(normalize(number || ' ' || coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || country, NFKD) collate pg_unicode_fast)),
            '[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670'
                || '\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFE00-\uFE0F\uFEFF]', '', 'g'),
            'ςøłđ', 'σold'), 'æ', 'ae'), 'œ', 'oe'), NFKC),
            '[^[:alnum:]\u0900-\u0963\u0966-\u0DFF\u0E00-\u0EFF\u1000-\u109F]+', ' ', 'g'),
            '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u2FDF\u3005-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF'
                || '\uF900-\uFAFF\U00020000-\U0003FFFF])', ' \1 ', 'g'))) stored;

create index customer_words on customers.customer using gin (words);

-- Finds all spellings in use, and then the customers of a country.
create index customer_by_country on customers.customer (country, number);
