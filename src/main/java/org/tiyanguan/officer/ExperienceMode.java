package org.tiyanguan.officer;

/** How services are experienced: the scheme's five ways, 二（三）1 to 5. */
public enum ExperienceMode {
    ONLINE,
    ON_SITE,
    REFORM,
    HOTLINE,
    SURVEY
}
