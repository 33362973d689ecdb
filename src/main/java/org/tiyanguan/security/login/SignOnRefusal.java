package org.tiyanguan.security.login;

/** Why somebody who signed in elsewhere is not let in; the login page says each in a sentence. */
enum SignOnRefusal {

    /** The provider does not say, or not in signs that an account may have, what the person's account is called. */
    NO_NAME,

    /** There is an account of that name, and it is not this person's. */
    TAKEN,

    /** None of the person's groups stands for a role here. */
    NO_ROLE,

    /** The person did not want to, or the provider did not allow it. */
    DENIED,

    /** The provider does not answer, or what came back was not what was asked for. */
    FAILED
}
