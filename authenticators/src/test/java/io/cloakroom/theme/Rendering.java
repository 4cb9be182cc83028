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
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** FreeMarker as Keycloak sets it up, with our templates in front of the theme they are built on. */
public final class Rendering {

    private static final Set<String> SWITCHES = Set.of(
            "internationalizationEnabled", "registrationAllowed", "resetPasswordAllowed", "loginWithEmailAllowed");

    private final Configuration freemarker = new Configuration(Configuration.VERSION_2_3_32);
    private final Words words;
    private final Locale locale;

    /** In that language. */
    public Rendering(String language) {
        this.locale = Locale.forLanguageTag(language.replace('_', '-'));
        this.words = new Words(Bundle.of(language).texts(), locale);
        freemarker.setOutputFormat(HTMLOutputFormat.INSTANCE);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setTemplateLoader(templates());
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
        model.put("properties", properties("theme/keycloak.v2/login/theme.properties"));
        model.put("messagesPerField", new FieldMessages(fieldErrors));
        model.put("lang", locale.getLanguage());
        model.put("darkMode", true);
        model.put("pageId", template.replace(".ftl", ""));
        return render(template, model);
    }

    /** That message as it reads. */
    String words(String key, Object... values) {
        return words.of(key, values);
    }

    private String render(String template, Map<String, Object> model) {
        model.put("msg", (TemplateMethodModelEx) words::of);
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

    private static TemplateLoader templates() {
        try {
            return new MultiTemplateLoader(new TemplateLoader[] {
                new FileTemplateLoader(new File("src/main/resources/theme-resources/templates")),
                new ClassTemplateLoader(Rendering.class.getClassLoader(), "theme/keycloak.v2/login"),
                new ClassTemplateLoader(Rendering.class.getClassLoader(), "theme/base/login")
            });
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
