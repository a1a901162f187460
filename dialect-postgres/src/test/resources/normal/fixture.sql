CREATE SCHEMA app;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE app.level AS ENUM ('low', 'high');
CREATE DOMAIN email AS text;
CREATE DOMAIN cents AS integer;
CREATE TYPE address AS (street text, zip varchar(10));
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE FUNCTION app.label(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT t';
CREATE FUNCTION tagged(id bigint) RETURNS TABLE(tag text, weight integer) LANGUAGE sql STABLE AS 'SELECT ''a''::text, 1';
CREATE SEQUENCE ticket_seq;
CREATE SEQUENCE app.ticket_seq;
CREATE TABLE account (
    id bigint PRIMARY KEY, name varchar(50) NOT NULL, code char(3), email email, active boolean NOT NULL,
    age integer, rank smallint, score numeric(10,2), ratio double precision, weight real, balance money,
    born date, created timestamptz NOT NULL, updated timestamp, opens time, closes timetz, span interval,
    tags text[], scores integer[], data jsonb, raw json, doc text, mood mood, level app.level, home address,
    price cents, uid uuid, ip inet, net cidr, mac macaddr, bits bit(8), flags bit varying(16), bin bytea, place point,
    r int4range, period tstzrange, days daterange, search tsvector, parent_id bigint, note varchar, kind "char", total bigint);
CREATE TABLE invoice (id bigint PRIMARY KEY, account_id bigint NOT NULL, amount numeric(12,2) NOT NULL, status text NOT NULL,
    issued date NOT NULL, paid timestamptz, code varchar(10), lines jsonb, currency char(3), quantity integer);
CREATE TABLE line (invoice_id bigint NOT NULL, no integer NOT NULL, product_id integer, quantity integer NOT NULL, price numeric(10,2) NOT NULL, note text,
    PRIMARY KEY (invoice_id, no));
CREATE TABLE product (id integer PRIMARY KEY, name text NOT NULL, category_id integer, tags text[], attributes jsonb, price numeric(10,2), discontinued boolean);
CREATE TABLE category (id integer PRIMARY KEY, parent_id integer, name text NOT NULL);
CREATE TABLE app.event (id bigint PRIMARY KEY, account_id bigint, kind text, happened timestamptz, payload jsonb);
CREATE VIEW active_account AS SELECT id, name, email, score FROM account WHERE active;
