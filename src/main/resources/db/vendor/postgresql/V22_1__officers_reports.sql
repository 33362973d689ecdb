-- What officers reported is more than half of all: counted from the index alone.
create index reporter_of_officers on reporter (number) where user_id is not null;
