package io.cloakroom.theme;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Messages as templates ask for them. */
final class Words {

    private final Map<String, String> texts;
    private final Locale locale;

    Words(Map<String, String> texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** That message as it reads. */
    String of(String key, Object... values) {
        String text = texts.get(key);
        if (text == null && key.startsWith("cloakroom")) {
            throw new AssertionError("No message " + key + " in " + locale);
        }
        return Optional.ofNullable(text)
                .map(pattern -> new MessageFormat(pattern, locale).format(values))
                .orElse(key);
    }

    /** What FreeMarker calls. */
    Object of(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        Object[] values = new Object[arguments.size() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i + 1) instanceof TemplateNumberModel number
                    ? number.getAsNumber()
                    : arguments.get(i + 1).toString();
        }
        return new SimpleScalar(of(arguments.get(0).toString(), values));
    }
}
