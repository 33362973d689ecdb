package org.tiyanguan.engine.guards;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Our own handlers below {@code /camunda} decide themselves what a person may see and do, as all our pages do, and then
 * act on the engine as the program: the engine asks nobody's authorizations there. Its own REST resources are no
 * handlers of ours and stay as they are.
 */
@Component
class OwnPages implements WebMvcConfigurer, HandlerInterceptor {

    private final IdentityService identity;

    OwnPages(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/camunda/**");
    }

    /** The engine's sign-on, which set it, leaves none behind either. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        identity.clearAuthentication();
        return true;
    }
}
