package org.tiyanguan.security.login;

import jakarta.validation.constraints.AssertTrue;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.tiyanguan.security.Roles;

/**
 * Sign-in by the city's own identity provider; off without an issuer.
 *
 * @param issuer the provider's address, below which its OpenID Connect configuration is found
 * @param clientSecret none for a client that proves itself by PKCE only
 * @param userClaim what the provider calls the account; it must never change hands there
 * @param groupsClaim what the provider calls the person's groups, a list of texts
 * @param groups {@code group at the provider=role}, one each; groups not named here give nothing
 * @param label of the login page's button
 */
@Validated
@ConfigurationProperties("tiyanguan.oidc")
record OidcSettings(
        String issuer,
        String clientId,
        String clientSecret,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue List<String> groups,
        String label) {

    boolean isOn() {
        return issuer != null && !issuer.isBlank();
    }

    @AssertTrue(message = "{oidc.client-id.missing}")
    boolean isClientNamed() {
        return !isOn() || clientId != null && !clientId.isBlank();
    }

    @AssertTrue(message = "{oidc.groups.wrong}")
    boolean isEachGroupARole() {
        return !isOn()
                || !groups.isEmpty()
                        && groups.stream().allMatch(pair -> pair.indexOf('=') > 0 && Roles.isRole(role(pair)));
    }

    /** The roles of somebody who is in these groups at the provider. */
    Set<String> rolesOf(Collection<String> theirs) {
        return groups.stream()
                .filter(pair -> theirs.contains(group(pair)))
                .map(OidcSettings::role)
                .collect(Collectors.toSet());
    }

    /**
     * Whether the provider alone says who has the role. Officers are appointed and administrators made in this program,
     * unless the settings name them.
     */
    boolean decides(String role) {
        boolean ours = role.equals(Roles.OFFICER) || role.equals(Roles.ADMIN);
        return !ours || groups.stream().map(OidcSettings::role).anyMatch(role::equals);
    }

    /** Names at the provider may hold equals signs, roles do not. */
    private static String group(String pair) {
        return pair.substring(0, pair.lastIndexOf('=')).strip();
    }

    private static String role(String pair) {
        return pair.substring(pair.lastIndexOf('=') + 1).strip();
    }
}
