package org.tiyanguan.officer;

/** Of whom an officer speaks: 群众代表、企业代表、单位代表、行业特邀监督员. */
public enum OfficerCategory {
    PUBLIC,
    ENTERPRISE,
    UNIT,
    SUPERVISOR
}
