package io.watertight.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the country that a typed text means. Store the text unchanged and look its meaning up each time, so that names which
 * are added here also apply to old data.
 */
public final class Country {

    /** Names by country that neither ISO 3166 nor the JDK's locales contain. */
    private static final String ALIASES = """
            AE: UAE, Emirates
            BA: Bosnia
            BO: Plurinational State of Bolivia
            BN: Brunei Darussalam
            CD: Democratic Republic of the Congo, DR Congo, DRC, Congo Kinshasa
            CG: Republic of the Congo, Congo, Congo Brazzaville
            CI: Ivory Coast
            CN: People's Republic of China, PRC
            CV: Cabo Verde
            CZ: Czech Republic
            GB: UK, Great Britain, Britain, England, Scotland, Wales, Northern Ireland
            HK: Hong Kong
            IE: Eire, Republic of Ireland, Irish Republic
            IR: Islamic Republic of Iran
            KP: Democratic People's Republic of Korea
            KR: Korea, Republic of Korea
            LA: Lao, Lao People's Democratic Republic
            MD: Republic of Moldova
            MK: Macedonia, FYROM
            MM: Burma, Myanmar
            MO: Macao, Macau
            NL: Holland
            PS: Palestine, State of Palestine
            RU: Russian Federation
            SY: Syrian Arab Republic
            SZ: Swaziland
            TL: East Timor
            TR: Turkey
            TW: Republic of China
            TZ: United Republic of Tanzania
            US: United States of America, America, USA
            VA: Vatican, Holy See
            VN: Viet Nam
            ZA: RSA, Republic of South Africa
            """;

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "pl");
    private static final Pattern NO_LETTER = Pattern.compile("\\P{IsAlphabetic}+");
    private static final Pattern ARTICLE = Pattern.compile("^the ", Pattern.CASE_INSENSITIVE);
    private static final Pattern SAINT = Pattern.compile("\\bsaint\\b", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> CODES = codes();

    private Country() {}

    /** {@return the two-letter code of the country (ISO 3166), or {@code null} for an unknown name} */
    public static @Nullable String codeOf(String text) {
        String code = CODES.get(text);
        return code == null ? CODES.get(key(text)) : code;
    }

    /** {@return whether two texts mean the same country; unknown names must look the same} */
    public static boolean isSame(String one, String other) {
        return meaning(one).equals(meaning(other));
    }

    /**
     * {@return a key that is the same for all spellings of a country: its code, or the text without case, accents and
     * punctuation}
     */
    public static String meaning(String text) {
        String key = key(text);
        return key.isEmpty() ? CanonicalText.folded(text) : CODES.getOrDefault(key, key);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.put(key(code), code);
            codes.put(key(country.getISO3Country()), code);
            // As it is usually stored: found without working out its key.
            codes.put(country.getDisplayCountry(Locale.ENGLISH), code);
            LANGUAGES.forEach(it -> codes.putIfAbsent(key(country.getDisplayCountry(Locale.forLanguageTag(it))), code));
        }
        ALIASES.lines()
                .forEach(line -> Arrays.stream(
                                line.substring(line.indexOf(':') + 1).split(","))
                        .forEach(it -> codes.put(key(it), line.substring(0, line.indexOf(':')))));
        return Map.copyOf(codes);
    }

    private static String key(String text) {
        String name = ARTICLE.matcher(CanonicalText.folded(text)).replaceFirst("");
        return NO_LETTER
                .matcher(SAINT.matcher(name.replace("&", " and ")).replaceAll("st"))
                .replaceAll("");
    }
}
