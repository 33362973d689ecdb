package org.tiyanguan.colleague;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param opinionDays working days that a colleague has for an opinion */
@ConfigurationProperties("tiyanguan.colleague")
record ColleagueSettings(@DefaultValue("2") int opinionDays) {}
