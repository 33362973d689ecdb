-- The term stands in officer_term.
alter table officer drop column letter, drop column term_from, drop column term_until;
