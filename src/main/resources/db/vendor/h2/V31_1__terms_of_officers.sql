-- The term stands in officer_term; at once, as a check spans two of them.
alter table officer drop column letter, term_from, term_until;
