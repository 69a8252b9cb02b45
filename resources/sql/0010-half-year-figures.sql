-- How many youths there were in half-years of which people have been purged: kept before a purge, so
-- that later reports can still compare (förordning 2006:39 § 7 takes the people, not the numbers).
-- Nothing personal; published through disclosure control only.

CREATE TABLE half_year_figure (
  id INTEGER PRIMARY KEY,
  half TEXT NOT NULL,                      -- 2026H2
  name TEXT NOT NULL,                      -- a population of tj-population.c, or one of a sex
  value INTEGER NOT NULL,
  UNIQUE (half, name)
);
