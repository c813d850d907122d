-- The catalogue's search needs it. PostgreSQL trusts the owner of a database to add it; where it is
-- there already, this asks for no right.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
