-- Two roles for ingestd on PostgreSQL: one owns the log, the other works with it.
--
--   ingestd_owner   makes and migrates the tables, erases
--   ingestd         the daemon and every other command: adds to the log, changes nothing in it
--
-- Run it once as a superuser in ingestd's database, before the first start:
--
--   CREATE DATABASE ingestd;
--   psql --dbname ingestd --file deploy/postgresql-roles.sql
--
-- then let the owner make the tables, and start the daemon as ingestd (docs/deployment.md).
-- It may be run again at any time, also where ingestd has worked as one role before: what is
-- there is given to the right one. Passwords, or peer authentication, are yours to set.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ingestd') THEN
        CREATE ROLE ingestd LOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ingestd_owner') THEN
        CREATE ROLE ingestd_owner LOGIN;
    END IF;
END $$;

-- The owner works as ingestd, so that every view belongs to the one who rebuilds it, and is
-- itself only where it migrates and erases. The other way round there is no way.
GRANT ingestd TO ingestd_owner;
-- to see who still reads a moment from before an erasure
GRANT pg_read_all_stats TO ingestd_owner;

DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I OWNER TO ingestd_owner', current_database());
    EXECUTE format('ALTER ROLE ingestd_owner IN DATABASE %I SET role = ''ingestd''', current_database());
    EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC, ingestd', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO ingestd', current_database());
END $$;

-- Views and the tables behind them are made and dropped by ingestd; nobody else makes anything.
ALTER SCHEMA public OWNER TO ingestd_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO ingestd;

-- What the owner's migrations make from now on. The migration that makes the log takes back
-- from everybody but the owner what would change it.
ALTER DEFAULT PRIVILEGES FOR ROLE ingestd_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ingestd;

-- What is there already.
DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT relname AS name, relkind AS kind, relname ~ '__g[0-9]+$' OR relkind = 'v' AS of_view
        FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
    LOOP
        EXECUTE format(
            'ALTER %s public.%I OWNER TO %I',
            CASE found.kind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END,
            found.name,
            CASE WHEN found.of_view THEN 'ingestd' ELSE 'ingestd_owner' END
        );
        IF NOT found.of_view THEN
            EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC, ingestd', found.name);
            EXECUTE format(
                'GRANT %s ON public.%I TO ingestd',
                CASE found.name
                    WHEN 'events' THEN 'SELECT, INSERT'
                    WHEN 'log_head' THEN 'SELECT, UPDATE'
                    WHEN 'refused' THEN 'SELECT'
                    WHEN 'alembic_version' THEN 'SELECT'
                    ELSE 'SELECT, INSERT, UPDATE, DELETE'
                END,
                found.name
            );
        END IF;
    END LOOP;
    FOR found IN
        SELECT oid::regprocedure AS name FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'ingestd\_%'
    LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO ingestd_owner', found.name);
    END LOOP;
END $$;
