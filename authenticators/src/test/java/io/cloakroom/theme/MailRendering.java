package io.cloakroom.theme;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Mails of the theme {@code cloakroom}, ours and Keycloak's own, as Keycloak renders them; no server is needed. */
public final class MailRendering {

    private static final String BASE = "theme/base/email";

    /** Keycloak names its own files by the script. */
    private static final Map<String, String> CHINESE = Map.of("zh_CN", "zh_Hans", "zh_TW", "zh_Hant");

    private static final Map<String, MailRendering> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final Configuration freemarker = new Configuration(Configuration.VERSION_2_3_32);
    private final Words words;
    private final Locale locale;

    private MailRendering(String language, FileTemplateLoader[] ours) {
        Map<String, String> texts = new HashMap<>(ofKeycloak("en"));
        texts.putAll(ofKeycloak(CHINESE.getOrDefault(language, language)));
        texts.putAll(Bundle.of(language).texts());
        this.locale = Locale.forLanguageTag(language.replace('_', '-'));
        this.words = new Words(texts, locale);
        TemplateLoader[] loaders = new TemplateLoader[ours.length + 1];
        System.arraycopy(ours, 0, loaders, 0, ours.length);
        loaders[ours.length] = new ClassTemplateLoader(MailRendering.class.getClassLoader(), BASE);
        freemarker.setOutputFormat(HTMLOutputFormat.INSTANCE);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        freemarker.setTemplateLoader(new MultiTemplateLoader(loaders));
    }

    /** In that language. */
    public static MailRendering of(String language) {
        return BY_LANGUAGE.computeIfAbsent(
                language,
                wanted -> new MailRendering(wanted, new FileTemplateLoader[] {
                    folder("../themes/src/main/resources/theme/cloakroom/email"),
                    folder("src/main/resources/theme-resources/templates")
                }));
    }

    /** The theme alone, where nobody has deployed our steps. */
    static MailRendering withoutSteps(String language) {
        return new MailRendering(
                language, new FileTemplateLoader[] {folder("../themes/src/main/resources/theme/cloakroom/email")});
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** The HTML part. */
    public String html(MailSample mail) {
        return render("html/" + mail.template(), mail);
    }

    /** The text part. */
    public String text(MailSample mail) {
        return render("text/" + mail.template(), mail);
    }

    /** The subject as it is where it shows no code. */
    public String subject(MailSample mail) {
        return words.of(mail.subject(), mail.content().get("serviceName"));
    }

    /** That message as it reads. */
    String words(String key, Object... values) {
        return words.of(key, values);
    }

    private String render(String template, MailSample mail) {
        Map<String, Object> model = new HashMap<>(mail.content());
        model.put("locale", locale);
        model.put("ltr", isLeftToRight());
        model.put("realmName", mail.content().get("serviceName"));
        model.put("subject", subject(mail));
        model.put("msg", (TemplateMethodModelEx) words::of);
        model.put("kcSanitize", (TemplateMethodModelEx)
                arguments -> arguments.get(0).toString().replaceAll("&(?!#?\\w+;)", "&amp;"));
        model.put("linkExpirationFormatter", (TemplateMethodModelEx) arguments -> arguments.get(0) + " min");
        try (StringWriter out = new StringWriter()) {
            freemarker.getTemplate(template, "UTF-8").process(model, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new AssertionError("Template " + template + " fails in " + locale, e);
        }
    }

    /** As Keycloak finds it out: by how the language writes its own name. */
    private boolean isLeftToRight() {
        return new Bidi(locale.getDisplayLanguage(locale), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).isLeftToRight();
    }

    private static FileTemplateLoader folder(String path) {
        try {
            return new FileTemplateLoader(new File(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> ofKeycloak(String language) {
        String bundle = BASE + "/messages/messages_" + language + ".properties";
        Map<String, String> texts = new HashMap<>();
        try (InputStream in = MailRendering.class.getClassLoader().getResourceAsStream(bundle)) {
            if (in != null) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
