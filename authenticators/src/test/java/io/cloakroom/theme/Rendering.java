package io.cloakroom.theme;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** FreeMarker as Keycloak sets it up, with our templates in front of the theme they are built on. */
public final class Rendering {

    /** The login theme of the other JAR. */
    static final Path THEME = Path.of("../themes/src/main/resources/theme/cloakroom/login");

    private static final Set<String> SWITCHES = Set.of(
            "internationalizationEnabled", "registrationAllowed", "resetPasswordAllowed", "loginWithEmailAllowed");

    private final Configuration freemarker = new Configuration(Configuration.VERSION_2_3_32);
    private final Bundle messages;
    private final Locale locale;
    private final Map<Object, Object> properties;

    /** In that language. */
    public Rendering(String language) {
        this(language, templates(), Map.of());
    }

    private Rendering(String language, TemplateLoader templates, Map<String, String> properties) {
        this.messages = Bundle.of(language);
        this.locale = Locale.forLanguageTag(language.replace('_', '-'));
        freemarker.setOutputFormat(HTMLOutputFormat.INSTANCE);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setTemplateLoader(templates);
        this.properties = properties("theme/keycloak.v2/login/theme.properties");
        this.properties.putAll(properties);
    }

    /** A page of the theme {@code cloakroom}, or of one below it with those properties, of a realm with those attributes. */
    static String brand(Map<String, String> properties, String... attributes) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            named.put(attributes[i], attributes[i + 1]);
        }
        Map<String, Object> realm = realm();
        realm.put("attributes", named);
        TemplateLoader theme = new MultiTemplateLoader(new TemplateLoader[] {files(THEME), templates()});
        return new Rendering("en", theme, properties).page("cloakroom-wait.ftl", Map.of("realm", realm), Map.of());
    }

    /** The same of the theme as it is. */
    static String brand(String... attributes) {
        return brand(Map.of(), attributes);
    }

    /** A template of the theme {@code cloakroom} as it is written. */
    static String source(String template) {
        try {
            return Files.readString(THEME.resolve(template));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What templates ask about the realm, with those of its switches on. */
    static Map<String, Object> realm(String... on) {
        Map<String, Object> realm = new HashMap<>(Map.of("displayNameHtml", "Realm", "name", "realm"));
        SWITCHES.forEach(name -> realm.put(name, List.of(on).contains(name)));
        return realm;
    }

    /** A page of the login theme {@code keycloak.v2}, of a realm that has all switched off unless the attributes say so. */
    String page(String template, Map<String, Object> attributes, Map<String, String> fieldErrors) {
        Map<String, Object> model = new HashMap<>(attributes);
        model.putIfAbsent("realm", realm());
        model.put("url", new Urls());
        model.put("properties", properties);
        model.put("messagesPerField", new FieldMessages(fieldErrors));
        if (!fieldErrors.isEmpty()) {
            // Keycloak has them all in one message, too; whether it is shown is for the page to say.
            model.putIfAbsent("message", Map.of("type", "error", "summary", String.join(" ", fieldErrors.values())));
        }
        model.put("lang", locale.getLanguage());
        model.put("darkMode", true);
        model.put("pageId", template.replace(".ftl", ""));
        return render(template, model);
    }

    /** A mail: {@code html/…} or {@code text/…}. */
    public String mail(String template, Map<String, Object> attributes) {
        Map<String, Object> model = new HashMap<>(attributes);
        model.put("locale", locale);
        model.put("ltr", true);
        model.put("realmName", "Realm <b>");
        return render(template, model);
    }

    /** That message as it reads. */
    String words(String key, Object... values) {
        return new MessageFormat(messages.texts().get(key), locale).format(values);
    }

    private String render(String template, Map<String, Object> model) {
        model.put("msg", (TemplateMethodModelEx) this::message);
        model.put("advancedMsg", (TemplateMethodModelEx)
                arguments -> new SimpleScalar(arguments.get(0).toString()));
        model.put("kcSanitize", (TemplateMethodModelEx) arguments -> arguments.get(0));
        try (StringWriter out = new StringWriter()) {
            freemarker.getTemplate(template, "UTF-8").process(model, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new AssertionError("Template " + template + " fails in " + locale, e);
        }
    }

    private Object message(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        String key = arguments.get(0).toString();
        String text = messages.texts().get(key);
        if (text == null && key.startsWith("cloakroom")) {
            throw new AssertionError("No message " + key + " in " + locale);
        }
        Object[] values = new Object[arguments.size() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i + 1) instanceof TemplateNumberModel number
                    ? number.getAsNumber()
                    : arguments.get(i + 1).toString();
        }
        return new SimpleScalar(text == null ? key : new MessageFormat(text, locale).format(values));
    }

    private static TemplateLoader templates() {
        return new MultiTemplateLoader(new TemplateLoader[] {
            files(Path.of("src/main/resources/theme-resources/templates")),
            new ClassTemplateLoader(Rendering.class.getClassLoader(), "theme/keycloak.v2/login"),
            new ClassTemplateLoader(Rendering.class.getClassLoader(), "theme/base/login")
        });
    }

    private static TemplateLoader files(Path folder) {
        try {
            return new FileTemplateLoader(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Object, Object> properties(String resource) {
        Properties properties = new Properties();
        try (InputStream in = Rendering.class.getClassLoader().getResourceAsStream(resource)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HashMap<>(properties);
    }

    /** What templates ask about fields. Public, because FreeMarker calls it. */
    public record FieldMessages(Map<String, String> errors) {

        public boolean existsError(String field, String... others) {
            return errors.containsKey(field) || Arrays.stream(others).anyMatch(errors::containsKey);
        }

        public boolean exists(String field) {
            return errors.containsKey(field);
        }

        public String get(String field) {
            return errors.getOrDefault(field, "");
        }
    }

    /** What templates ask about addresses. Public, because FreeMarker calls it. */
    public static final class Urls {

        public String getLoginAction() {
            return "https://id.example/action?a=1&b=2";
        }

        public String getLoginUrl() {
            return "https://id.example/login?a=1&b=2";
        }

        public String getRegistrationUrl() {
            return "https://id.example/sign-up?a=1&b=2";
        }

        public String getLoginResetCredentialsUrl() {
            return "https://id.example/recovery?a=1&b=2";
        }

        public String getResourcesPath() {
            return "/resources/login";
        }

        public String getResourcesCommonPath() {
            return "/resources/common";
        }

        public String getSsoLoginInOtherTabsUrl() {
            return "https://id.example/sso";
        }
    }
}
