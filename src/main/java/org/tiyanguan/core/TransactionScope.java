package org.tiyanguan.core;

import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.transaction.support.SimpleTransactionScope;

/** Beans of this scope live as long as a transaction; a transaction within it has its own. */
@Configuration
public class TransactionScope {

    public static final String NAME = "transaction";

    @Bean
    static CustomScopeConfigurer transactionScopeConfigurer() {
        CustomScopeConfigurer scopes = new CustomScopeConfigurer();
        scopes.addScope(NAME, new SimpleTransactionScope());
        return scopes;
    }

    @Bean
    @Scope(scopeName = NAME, proxyMode = ScopedProxyMode.TARGET_CLASS)
    ReadOnce.Readings readings() {
        return new ReadOnce.Readings();
    }
}
