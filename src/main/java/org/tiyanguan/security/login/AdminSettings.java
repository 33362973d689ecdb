package org.tiyanguan.security.login;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The first administrator, made at the start while there is none; without a password a random one is printed once. */
@ConfigurationProperties("tiyanguan.admin")
record AdminSettings(@DefaultValue("admin") String username, String password, String email) {}
