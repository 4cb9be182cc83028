package io.cloakroom;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.protocol.ProtocolMapper;

/** Rooms keep their doors shut. */
class RoomsTest {

    private static final String[] FEATURES = {
        "..identify..",
        "..emailotp..",
        "..magiclink..",
        "..cloakroom.admin..",
        "..passkey..",
        "..notice..",
        "..token..",
        "..signup..",
        "..recovery..",
        "..ratelimit..",
        "..condition..",
        "..guarded.."
    };

    /** What pages show: FreeMarker calls public methods of public types, and no others. */
    private static final Set<String> BEANS = Set.of(
            "io.cloakroom.signup.ProfileFields",
            "io.cloakroom.signup.ProfileFields$Field",
            "io.cloakroom.recovery.LostPasskeysPage$Passkey");

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.cloakroom");

    @Test
    void rooms_form_no_circle() {
        slices().matching("io.cloakroom.(*)..").should().beFreeOfCycles().check(main);
    }

    @Test
    void features_know_only_services_and_services_no_feature() {
        for (String feature : FEATURES) {
            noClasses()
                    .that(not(resideInAPackage(feature)))
                    .should()
                    .dependOnClassesThat(resideInAPackage(feature))
                    .check(main);
        }
    }

    @Test
    void the_shared_room_knows_no_other_room() {
        noClasses()
                .that(resideInAPackage("io.cloakroom.flow"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.cloakroom.limit",
                        "io.cloakroom.proof",
                        "io.cloakroom.link",
                        "io.cloakroom.mail",
                        "io.cloakroom.mailbox",
                        "io.cloakroom.password"))
                .check(main);
    }

    @Test
    void only_administrators_install_and_no_step_knows_how() {
        noClasses()
                .that(not(resideInAnyPackage("io.cloakroom.admin", "io.cloakroom.install")))
                .should()
                .dependOnClassesThat(resideInAPackage("io.cloakroom.install"))
                .check(main);
        noClasses()
                .that(resideInAPackage("io.cloakroom.install"))
                .should()
                .dependOnClassesThat(describe(
                        "are in another room than the shared one",
                        type -> type.getPackageName().startsWith("io.cloakroom.")
                                && !Set.of("io.cloakroom.install", "io.cloakroom.flow")
                                        .contains(type.getPackageName())))
                .check(main);
    }

    @Test
    void only_the_mail_room_sends() {
        noClasses()
                .that(not(resideInAPackage("io.cloakroom.mail")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.keycloak.email..", "jakarta.mail.."))
                .check(main);
    }

    @Test
    void only_the_limit_room_counts_in_the_shared_store() {
        noClasses()
                .that(not(resideInAPackage("io.cloakroom.limit")))
                .should()
                .accessClassesThat()
                .areAssignableTo(SingleUseObjectProvider.class)
                .check(main);
    }

    @Test
    void the_check_changes_nothing() {
        noClasses()
                .that(resideInAPackage("io.cloakroom.check"))
                .should()
                .callMethodWhere(target(nameMatching("(set|add|remove|update|create|move|put)[A-Z].*"))
                        .and(target(owner(resideInAnyPackage("org.keycloak..")))))
                .check(main);
    }

    @Test
    void only_notes_classes_touch_auth_notes() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Notes")
                .and()
                .doNotHaveSimpleName("ClaimedAddress")
                .and()
                .doNotHaveSimpleName("ProvenLogin")
                .should()
                .callMethodWhere(target(nameMatching("(get|set|remove)AuthNote")))
                .check(main);
    }

    @Test
    void a_step_says_who_somebody_is_in_one_accept_method_only() {
        List<JavaAccess<?>> calls = main.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> access.getTarget().getName().equals("setUser"))
                .filter(access -> access.getTargetOwner().isAssignableTo(AuthenticationFlowContext.class))
                .collect(Collectors.toList());
        Map<String, Long> perRoom = calls.stream()
                .collect(Collectors.groupingBy(call -> call.getOriginOwner().getPackageName(), Collectors.counting()));

        Assertions.assertThat(calls)
                .isNotEmpty()
                .allMatch(call -> call.getOrigin().getName().equals("accept"));
        Assertions.assertThat(perRoom.values()).allMatch(count -> count == 1);
    }

    @Test
    void only_what_keycloak_or_another_room_needs_is_public_and_nothing_of_a_feature_but_its_factory() {
        for (String feature : FEATURES) {
            classes()
                    .that(resideInAPackage(feature))
                    .and()
                    .haveSimpleNameNotEndingWith("Factory")
                    .and()
                    .areNotAssignableTo(ProtocolMapper.class)
                    .and(describe("are no beans", type -> !BEANS.contains(type.getName())))
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .notHaveModifier(JavaModifier.PUBLIC)
                    .check(main);
        }
    }

    @Test
    void what_pages_show_can_be_read_and_does_nothing() {
        for (String bean : BEANS) {
            List<JavaMethod> open = main.get(bean).getMethods().stream()
                    .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(method -> !method.getName().equals("equals"))
                    .collect(Collectors.toList());

            Assertions.assertThat(open)
                    .isNotEmpty()
                    .allMatch(method -> method.getRawParameterTypes().isEmpty())
                    .noneMatch(method -> method.getRawReturnType().isEquivalentTo(void.class));
        }
    }
}
