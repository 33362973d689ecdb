package org.tiyanguan.recruitment;

/** Of whom an officer speaks: 群众代表、企业代表、单位代表、行业特邀监督员. */
enum OfficerCategory {
    PUBLIC,
    ENTERPRISE,
    UNIT,
    SUPERVISOR
}
