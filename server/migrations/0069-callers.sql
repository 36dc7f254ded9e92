-- Each answers at most one row. Taken for the thousand that PostgreSQL assumes of a function, every call read all people.
ALTER FUNCTION find_login(text) ROWS 1;
ALTER FUNCTION find_session(bytea) ROWS 1;
